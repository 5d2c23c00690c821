package dev.devsync.realtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;

/** A WebSocket on a plain socket: notices every end of its connection, and costs little. */
final class PlainWebSocket implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final int TEXT = 0x81;
  private static final int PONG = 0x8a;

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final OutputStream out;

  /** Connects and shakes hands; further header lines end with CRLF each. */
  PlainWebSocket(int port, String path, String headers) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 2048));
    out = socket.getOutputStream();
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            + headers
            + "\r\n";
    out.write(request.getBytes(ISO_8859_1));
    socket.setSoTimeout(PATIENCE_MILLIS);
    readHead();
    socket.setSoTimeout(0);
  }

  private void readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      socket.close();
      throw new IOException("Handshake refused: " + head);
    }
  }

  /** Hands on every text until the connection ends, however it does. */
  void listen(Consumer<String> texts) {
    try (socket) {
      while (true) {
        int kind = in.readUnsignedByte() & 0xf;
        byte[] payload = new byte[length()];
        in.readFully(payload);
        switch (kind) {
          case 0x1 -> texts.accept(new String(payload, UTF_8));
          case 0x9 -> frame(PONG, payload);
          case 0x8 -> throw new IOException("closed");
          default -> {}
        }
      }
    } catch (IOException ended) {
      // The caller goes on.
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

  void send(String text) throws IOException {
    frame(TEXT, text.getBytes(UTF_8));
  }

  /** The mask is zero, which leaves the payload as it is. */
  private synchronized void frame(int head, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
    DataOutputStream data = new DataOutputStream(frame);
    data.writeByte(head);
    if (payload.length < 126) {
      data.writeByte(0x80 | payload.length);
    } else {
      data.writeByte(0x80 | 126);
      data.writeShort(payload.length);
    }
    data.writeInt(0);
    data.write(payload);
    out.write(frame.toByteArray());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
