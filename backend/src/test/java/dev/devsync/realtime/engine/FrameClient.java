package dev.devsync.realtime.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Speaks WebSocket by hand, on a plain socket: the JDK's client sometimes overlooks the end of a
 * connection.
 */
final class FrameClient {

  /** Status of a connection that ended without a close frame. */
  static final int NO_STATUS = 1006;

  private static final long PATIENCE_SECONDS = 10;
  private static final int FINAL = 0x80;
  private static final int CONTINUATION = 0x0;
  private static final int TEXT = 0x1;
  private static final int BINARY = 0x2;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xa;

  final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  final CompletableFuture<byte[]> pong = new CompletableFuture<>();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private boolean isInMessage;

  private FrameClient(TestServer server, String query) {
    try {
      socket = new Socket("localhost", server.port());
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      out = new DataOutputStream(socket.getOutputStream());
      shakeHands(query);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::read);
  }

  private void shakeHands(String query) throws IOException {
    String request =
        """
        GET /socket.io/?EIO=4&transport=websocket%s HTTP/1.1\r
        Host: localhost\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
        \r
        """;
    out.write(request.formatted(query).getBytes(ISO_8859_1));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("Handshake refused: " + head);
    }
  }

  /** Opens a session of its own and reads the handshake. */
  static FrameClient open(TestServer server) throws InterruptedException {
    FrameClient client = openUnread(server);
    client.next();
    return client;
  }

  /** Opens a session of its own and leaves the handshake to the caller. */
  static FrameClient openUnread(TestServer server) {
    return new FrameClient(server, "");
  }

  /** Opens a session, connects, and reads the answer. */
  static FrameClient connect(TestServer server) throws InterruptedException {
    FrameClient client = open(server);
    client.send("40{\"token\":\"good\"}");
    client.next();
    return client;
  }

  /** Opens a second transport for a session. */
  static FrameClient forSession(TestServer server, String sid) {
    return new FrameClient(server, "&sid=" + sid);
  }

  void send(String message) {
    sendPart(message, true);
  }

  void sendPart(String part, boolean isLast) {
    frame((isInMessage ? CONTINUATION : TEXT) | (isLast ? FINAL : 0), part.getBytes(UTF_8));
    isInMessage = !isLast;
  }

  void sendText(byte[] bytes) {
    frame(FINAL | TEXT, bytes);
  }

  void sendBinary(byte[] bytes) {
    frame(FINAL | BINARY, bytes);
  }

  void ping(byte[] bytes) {
    frame(FINAL | PING, bytes);
  }

  /** The mask is zero, which leaves the payload as it is. */
  private void frame(int head, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(frame)) {
      data.writeByte(head);
      if (payload.length < 126) {
        data.writeByte(0x80 | payload.length);
      } else if (payload.length < 65_536) {
        data.writeByte(0x80 | 126);
        data.writeShort(payload.length);
      } else {
        data.writeByte(0x80 | 127);
        data.writeLong(payload.length);
      }
      data.writeInt(0);
      data.write(payload);
      out.write(frame.toByteArray());
    } catch (IOException serverHasClosed) {
      closed.complete(NO_STATUS);
    }
  }

  private void read() {
    try (socket) {
      while (true) {
        int head = in.readUnsignedByte();
        byte[] payload = in.readNBytes(length());
        switch (head & 0xf) {
          case TEXT -> messages.add(new String(payload, UTF_8));
          case PONG -> pong.complete(payload);
          case CLOSE -> closed.complete((payload[0] & 0xff) << 8 | payload[1] & 0xff);
          default -> throw new IOException("Unexpected frame " + head);
        }
      }
    } catch (IOException ended) {
      closed.complete(NO_STATUS);
    }
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte();
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> length;
    };
  }

  /** Cuts the connection without saying goodbye. */
  void abort() throws IOException {
    socket.close();
  }

  /** The next message; fails if none comes. */
  String next() throws InterruptedException {
    String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("No message came");
    }
    return message;
  }

  /** Waits until the server has closed the connection, and returns the status. */
  int awaitClose() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
