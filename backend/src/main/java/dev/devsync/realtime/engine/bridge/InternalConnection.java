package dev.devsync.realtime.engine.bridge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** One connection to the engine's internal port, with what has been read of it and not yet used. */
final class InternalConnection implements Closeable {

  private static final int BUFFER_SIZE = 4096;
  private static final int RECEIVE_BUFFER = 64 * 1024;
  private static final int CONNECT_MILLIS = 2000;

  private final Socket socket = new Socket();
  private final byte[] buffer = new byte[BUFFER_SIZE];
  private int position;
  private int limit;

  /** Takes bytes. */
  @FunctionalInterface
  interface Sink {
    void write(byte[] bytes, int offset, int length) throws IOException;
  }

  private InternalConnection() {}

  static InternalConnection open(InetSocketAddress address) throws IOException {
    InternalConnection connection = new InternalConnection();
    try {
      connection.socket.setTcpNoDelay(true);
      connection.socket.setReceiveBufferSize(RECEIVE_BUFFER);
      connection.socket.connect(address, CONNECT_MILLIS);
      return connection;
    } catch (IOException failure) {
      connection.close();
      throw failure;
    }
  }

  void limitSilence(Duration silence) throws IOException {
    socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
  }

  void send(byte[] bytes) throws IOException {
    send(bytes, bytes.length);
  }

  void send(byte[] bytes, int length) throws IOException {
    socket.getOutputStream().write(bytes, 0, length);
  }

  /** Reads the head of the engine's response. */
  ResponseHead readHead() throws IOException {
    int end = -1;
    while (end < 0) {
      if (limit == buffer.length || fill() < 0) {
        throw new IOException("The engine closed without an answer");
      }
      end = endOfHead();
    }
    ResponseHead head = ResponseHead.parse(new String(buffer, 0, end, ISO_8859_1));
    position = end;
    return head;
  }

  private int fill() throws IOException {
    int read = socket.getInputStream().read(buffer, limit, buffer.length - limit);
    if (read > 0) {
      limit += read;
    }
    return read;
  }

  private int endOfHead() {
    for (int i = 3; i < limit; i++) {
      if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  /** Hands on the next bytes as they arrive; false at the end of the stream. */
  boolean transferTo(Sink target) throws IOException {
    if (position == limit) {
      position = 0;
      limit = 0;
      if (fill() < 0) {
        return false;
      }
    }
    target.write(buffer, position, limit - position);
    position = limit;
    return true;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      // Nothing is left to be released.
    }
  }
}
