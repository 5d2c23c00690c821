package dev.devsync.realtime.engine.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The bytes of a request that have arrived, looked at and put back. */
record Beginning(SocketWrapperBase<NioChannel> connection) {

  private static final int LONGEST_LOOKED_AT = 512;

  /** Nothing else can hold up a turn: such a request has no body to wait for. */
  private static final ByteBuffer WANTED =
      ByteBuffer.wrap("GET /socket.io/".getBytes(US_ASCII)).asReadOnlyBuffer();

  boolean asksForSocket() throws IOException {
    return arrived(WANTED.remaining()).equals(WANTED);
  }

  /** Whether it begins as requests do, and not as a frame of a WebSocket or with nothing. */
  boolean isRequest() throws IOException {
    ByteBuffer first = arrived(1);
    return first.hasRemaining() && Character.isUpperCase(first.get());
  }

  /** Whether it is about a session that there is already, as far as has arrived. */
  boolean isOfSession() throws IOException {
    String line = US_ASCII.decode(arrived(LONGEST_LOOKED_AT)).toString();
    int end = line.indexOf('\r');
    return (end < 0 ? line : line.substring(0, end)).contains("sid=");
  }

  private ByteBuffer arrived(int most) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(most);
    connection.read(false, start);
    connection.unRead(start.flip());
    return start.flip();
  }

  /** Whether the client has closed the connection meanwhile. */
  boolean isAbandoned() {
    ByteBuffer all =
        ByteBuffer.allocate(connection.getSocketBufferHandler().getReadBuffer().capacity());
    try {
      connection.read(false, all);
      boolean isAtEnd = all.hasRemaining() && connection.getSocket().read(all) < 0;
      connection.unRead(all.flip());
      return isAtEnd;
    } catch (IOException broken) {
      return true;
    }
  }
}
