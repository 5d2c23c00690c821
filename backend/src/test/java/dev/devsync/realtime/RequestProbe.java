package dev.devsync.realtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who uses the API meanwhile, in a process of its own: in that of the sockets' clients it
 * would wait behind thousands of them, which is no time of the server's. 25 requests are sent in
 * each second on connections that stay open, and as many on a new one each.
 */
final class RequestProbe implements AutoCloseable {

  private static final long EVERY_NANOS = 1_000_000_000;
  private static final int PEOPLE = 25;
  private static final int WARM_UP = 60;
  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(US_ASCII);
  private static final int LARGEST_ANSWER = 1 << 17;
  private static final String PATH = "/api/v1/projects";

  /** So that what is timed is not how the probe itself starts. */
  private static final int SETTLING_MILLIS = 2_000;

  private static volatile long begin = Long.MAX_VALUE;
  private static volatile boolean isOver;

  private final Process process;
  private final BufferedReader output;

  private interface Request {
    void send() throws Exception;
  }

  private RequestProbe(Process process) {
    this.process = process;
    this.output = process.inputReader(US_ASCII);
  }

  /** Starts it and waits until it and the server are warm. */
  static RequestProbe start(int port, String token) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RequestProbe.class.getName(),
                Integer.toString(port),
                token)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    RequestProbe probe = new RequestProbe(process);
    if (!"warm".equals(probe.output.readLine())) {
      throw new IOException("the probe has ended");
    }
    return probe;
  }

  /** From now on requests are timed. */
  void begin() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Ends it, and says how long requests took. */
  String end() throws IOException {
    process.getOutputStream().close();
    return output.readLine();
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** Arguments: port and token. Times requests from the first line of the input to its end. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    byte[] onKept = request(arguments[1], "keep-alive");
    byte[] onNew = request(arguments[1], "close");
    for (int i = 0; i < WARM_UP; i++) {
      warmUp(port, onKept, onNew);
    }
    Latencies open = new Latencies();
    Latencies fresh = new Latencies();
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      long first = i * EVERY_NANOS / PEOPLE;
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      people.add(start(() -> measure(first, open, () -> exchange(socket, onKept))));
      people.add(start(() -> measure(first, fresh, () -> onNew(port, onNew))));
    }
    Thread.sleep(SETTLING_MILLIS);
    System.out.println("warm");
    System.in.read();
    begin = System.nanoTime();
    System.in.readAllBytes();
    isOver = true;
    for (Thread person : people) {
      person.join();
    }
    System.out.println("on an open connection " + open + "; on a new one each " + fresh);
    System.exit(0);
  }

  /** The server closes a connection after a hundred requests. */
  private static void warmUp(int port, byte[] onKept, byte[] onNew) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      for (int i = 0; i < PEOPLE; i++) {
        exchange(socket, onKept);
        onNew(port, onNew);
      }
    }
  }

  private static byte[] request(String token, String connection) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: %s\r\n\r\n"
        .formatted(PATH, token, connection)
        .getBytes(ISO_8859_1);
  }

  /** Threads of their own, so that nobody's answer waits for others to read theirs. */
  private static Thread start(Runnable person) {
    return Thread.ofPlatform().start(person);
  }

  /** A request that had to wait for the one before it is late by that, too. */
  private static void measure(long first, Latencies latencies, Request request) {
    for (long due = System.nanoTime() + first; !isOver; due += EVERY_NANOS) {
      LockSupport.parkNanos(due - System.nanoTime());
      try {
        request.send();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
      if (due >= begin) {
        latencies.add(System.nanoTime() - due);
      }
    }
  }

  private static void onNew(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      exchange(socket, request);
    }
  }

  /** Sends a request and reads the whole answer, which comes in chunks. */
  private static void exchange(Socket socket, byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    byte[] buffer = new byte[LARGEST_ANSWER];
    int size = 0;
    while (!isWhole(buffer, size)) {
      int read = socket.getInputStream().read(buffer, size, buffer.length - size);
      check(read > 0, buffer, size);
      size += read;
    }
    check(new String(buffer, 0, size, ISO_8859_1).startsWith("HTTP/1.1 200"), buffer, size);
  }

  private static boolean isWhole(byte[] buffer, int size) {
    int start = size - LAST_CHUNK.length;
    return start >= 0 && Arrays.equals(buffer, start, size, LAST_CHUNK, 0, LAST_CHUNK.length);
  }

  private static void check(boolean isGood, byte[] answer, int size) {
    if (!isGood) {
      throw new AssertionError("answered " + new String(answer, 0, size, ISO_8859_1));
    }
  }
}
