package dev.devsync.realtime.engine.bridge;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
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

  private final ThreadPoolExecutor connecting = line("socket-connect-");
  private final ThreadPoolExecutor polling = line("socket-poll-");
  private final Pace pace =
      new Pace(
          System::nanoTime,
          Runtime.getRuntime().availableProcessors(),
          connecting.getQueue()::size);

  private static ThreadPoolExecutor line(String name) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name(name, 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** The buffers that Tomcat has made are forgotten at once, which costs next to nothing. */
  @Override
  protected NioChannel createChannel(SocketBufferHandler made) {
    return super.createChannel(
        new LateBuffers(made.getReadBuffer().capacity(), made.getWriteBuffer().capacity()));
  }

  @Override
  public boolean processSocket(
      SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
    if (dispatch && event == SocketEvent.OPEN_READ && isBetweenRequests(connection)) {
      return begin(connection);
    }
    return super.processSocket(connection, event, dispatch);
  }

  /** What is being served, or was upgraded, has a processor. */
  private static boolean isBetweenRequests(SocketWrapperBase<NioChannel> connection) {
    return connection.getCurrentProcessor() == null;
  }

  private boolean begin(SocketWrapperBase<NioChannel> connection) {
    Beginning beginning = new Beginning(connection);
    try {
      if (beginning.asksForSocket()) {
        await(connection, beginning.isOfSession());
        return true;
      }
      if (beginning.isRequest()) {
        pace.requestCame();
      }
    } catch (IOException broken) {
      log.trace("Tomcat will notice", broken);
    }
    return super.processSocket(connection, SocketEvent.OPEN_READ, true);
  }

  private void await(SocketWrapperBase<NioChannel> connection, boolean isConnected) {
    if (isConnected) {
      polling.execute(() -> serve(connection));
    } else {
      connecting.execute(() -> connect(connection));
    }
  }

  private void connect(SocketWrapperBase<NioChannel> connection) {
    if (new Beginning(connection).isAbandoned()) {
      connection.close();
    } else {
      pace.await();
      serve(connection);
    }
  }

  private void serve(SocketWrapperBase<NioChannel> connection) {
    if (new Beginning(connection).isAbandoned()
        || !super.processSocket(connection, SocketEvent.OPEN_READ, false)) {
      connection.close();
    }
  }
}
