package dev.devsync.realtime.engine.bridge;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at how a request begins before it is read. When thousands of clients come back at once,
 * their handshakes wait in a line of their own, where they hold neither thread nor buffers, and
 * other requests pass them. Those who serve the line are threads of the system, which shares the
 * processor fairly; virtual threads take turns, and a request would wait for each of its turns.
 */
final class SocketAwareEndpoint extends NioEndpoint {

  private static final Logger log = LoggerFactory.getLogger(SocketAwareEndpoint.class);

  /** Enough to keep the event loops busy, behind whose work a handshake mostly waits. */
  private static final int AT_ONCE = 16;

  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("socket-request-", 0).daemon().factory());

  SocketAwareEndpoint() {
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public boolean processSocket(
      SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
    if (dispatch && event == SocketEvent.OPEN_READ && asksForSocket(connection)) {
      threads.execute(() -> serve(connection));
      return true;
    }
    return super.processSocket(connection, event, dispatch);
  }

  /** Only between two requests: what is being served, or was upgraded, has a processor. */
  private static boolean asksForSocket(SocketWrapperBase<NioChannel> connection) {
    try {
      return connection.getCurrentProcessor() == null && new Beginning(connection).asksForSocket();
    } catch (IOException broken) {
      log.trace("Tomcat will notice", broken);
      return false;
    }
  }

  private void serve(SocketWrapperBase<NioChannel> connection) {
    if (new Beginning(connection).isAbandoned()
        || !super.processSocket(connection, SocketEvent.OPEN_READ, false)) {
      connection.close();
    }
  }
}
