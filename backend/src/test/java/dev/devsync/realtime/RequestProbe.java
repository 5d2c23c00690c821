package dev.devsync.realtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who uses the API meanwhile, in a process of its own: in that of the sockets' clients it
 * would wait behind thousands of them, which is no time of the server's. 25 requests are sent in
 * each second on connections that stay open, and as many on a new one each.
 */
final class RequestProbe implements AutoCloseable {

  private static final long EVERY_NANOS = 1_000_000_000;
  private static final int PEOPLE = 25;
  private static final int WARM_UP = 1_500;
  private static final String PATH = "/api/v1/projects";

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
    String token = arguments[1];
    AtomicBoolean isOver = new AtomicBoolean();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < WARM_UP; i++) {
      onKept(client, port, token);
      onNew(port, token);
    }
    System.out.println("warm");
    System.in.read();
    Thread.ofPlatform().daemon().start(() -> awaitEnd(isOver));
    Latencies kept = new Latencies();
    Latencies fresh = new Latencies();
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      long first = i * EVERY_NANOS / PEOPLE;
      people.add(
          Thread.ofVirtual()
              .start(() -> measure(isOver, first, kept, () -> onKept(client, port, token))));
      people.add(
          Thread.ofVirtual().start(() -> measure(isOver, first, fresh, () -> onNew(port, token))));
    }
    for (Thread person : people) {
      person.join();
    }
    System.out.println("on an open connection " + kept + "; on a new one each " + fresh);
    System.exit(0);
  }

  private static void awaitEnd(AtomicBoolean isOver) {
    try {
      System.in.readAllBytes();
    } catch (IOException gone) {
      // Whoever started it is no more.
    }
    isOver.set(true);
  }

  /** A request that had to wait for the one before it is late by that, too. */
  private static void measure(
      AtomicBoolean isOver, long first, Latencies latencies, Request request) {
    for (long due = System.nanoTime() + first; !isOver.get(); due += EVERY_NANOS) {
      LockSupport.parkNanos(due - System.nanoTime());
      try {
        request.send();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
      latencies.add(System.nanoTime() - due);
    }
  }

  private static void onKept(HttpClient client, int port, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
            .header("Authorization", "Bearer " + token)
            .build();
    check(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200);
  }

  private static void onNew(int port, String token) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(PATH, token);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      check(answer.startsWith("HTTP/1.1 200"));
    }
  }

  private static void check(boolean isGood) {
    if (!isGood) {
      throw new AssertionError("a request was refused");
    }
  }
}
