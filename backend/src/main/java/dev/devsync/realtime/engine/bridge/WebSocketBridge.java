package dev.devsync.realtime.engine.bridge;

import static java.util.Objects.requireNonNull;

import io.netty.buffer.Unpooled;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries bytes between a client's WebSocket and the engine.
 *
 * <p>Uses Tomcat's own interface, as its WebSocket support does: with the servlet API a write to a
 * client that has stopped reading never ends, and a connection closed from another thread stays
 * open until the client next sends something.
 */
public final class WebSocketBridge implements InternalHttpUpgradeHandler {

  private static final Logger log = LoggerFactory.getLogger(WebSocketBridge.class);
  private static final int BUFFER_SIZE = 4096;

  /** Chunks the engine may have unread; a client that sends faster is read more slowly. */
  private final Semaphore unread = new Semaphore(8);

  private @Nullable SocketWrapperBase<?> client;
  private @Nullable ServletChannel engine;
  private @Nullable WebSocketSink sink;

  void attach(ServletChannel channel, WebSocketSink channelSink) {
    engine = channel;
    sink = channelSink;
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
    client = wrapper;
  }

  @Override
  public void init(WebConnection connection) {
    WebSocketSink opened = requireNonNull(sink);
    SocketWrapperBase<?> wrapper = requireNonNull(client);
    requireNonNull(engine).resume(() -> opened.open(wrapper));
  }

  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    return switch (event) {
      case OPEN_READ -> carryToEngine();
      case OPEN_WRITE -> resumeEngine();
      default -> SocketState.CLOSED;
    };
  }

  private SocketState resumeEngine() {
    requireNonNull(engine).resume(requireNonNull(sink)::flush);
    return SocketState.UPGRADED;
  }

  private SocketState carryToEngine() {
    byte[] buffer = new byte[BUFFER_SIZE];
    try {
      int read = requireNonNull(client).read(false, buffer, 0, buffer.length);
      while (read > 0) {
        unread.acquireUninterruptibly();
        requireNonNull(engine)
            .receive(Unpooled.wrappedBuffer(Arrays.copyOf(buffer, read)), unread::release);
        read = requireNonNull(client).read(false, buffer, 0, buffer.length);
      }
      return read < 0 ? SocketState.CLOSED : SocketState.UPGRADED;
    } catch (IOException broken) {
      log.debug("A WebSocket broke: {}", broken.toString());
      return SocketState.CLOSED;
    }
  }

  /** Tomcat has closed the client's connection. */
  @Override
  public void destroy() {
    if (engine != null) {
      engine.close();
    }
  }

  @Override
  public void timeoutAsync(long now) {
    // The engine's heartbeat watches over the connection.
  }

  @Override
  public void setSslSupport(SSLSupport support) {
    // TLS ends in front of the bridge.
  }

  @Override
  public void pause() {
    // The engine says goodbye before Tomcat pauses.
  }
}
