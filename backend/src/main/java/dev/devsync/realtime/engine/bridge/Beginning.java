package dev.devsync.realtime.engine.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The bytes of a request that have arrived, looked at and put back. */
record Beginning(SocketWrapperBase<NioChannel> connection) {

  /** Nothing else can hold up a turn: such a request has no body to wait for. */
  private static final ByteBuffer WANTED =
      ByteBuffer.wrap("GET /socket.io/".getBytes(US_ASCII)).asReadOnlyBuffer();

  boolean asksForSocket() throws IOException {
    ByteBuffer start = ByteBuffer.allocate(WANTED.remaining());
    boolean isLongEnough = connection.read(false, start) == WANTED.remaining();
    connection.unRead(start.flip());
    return isLongEnough && start.flip().equals(WANTED);
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
