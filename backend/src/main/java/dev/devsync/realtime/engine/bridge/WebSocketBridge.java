package dev.devsync.realtime.engine.bridge;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries bytes between a client's WebSocket and the engine. Tomcat calls when the client has sent
 * something; a virtual thread waits for the engine.
 *
 * <p>Uses Tomcat's own interface, as its WebSocket support does: with the servlet API a write to a
 * client that has stopped reading never ends, and a connection closed from another thread stays
 * open until the client next sends something.
 */
public final class WebSocketBridge implements InternalHttpUpgradeHandler {

  private static final Logger log = LoggerFactory.getLogger(WebSocketBridge.class);
  private static final int BUFFER_SIZE = 4096;
  private static final long WRITE_MILLIS = 20_000;

  private @Nullable SocketWrapperBase<?> client;
  private @Nullable InternalConnection engine;

  void attach(InternalConnection connection) {
    engine = connection;
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
    client = wrapper;
  }

  @Override
  public void init(WebConnection connection) {
    requireNonNull(client).setWriteTimeout(WRITE_MILLIS);
    Thread.ofVirtual().name("socket-bridge").start(this::carryToClient);
  }

  private void carryToClient() {
    SocketWrapperBase<?> target = requireNonNull(client);
    try (InternalConnection source = requireNonNull(engine)) {
      while (source.transferTo(
          (bytes, offset, length) -> target.write(true, bytes, offset, length))) {
        target.flush(true);
      }
    } catch (IOException broken) {
      log.debug("A WebSocket broke: {}", broken.toString());
    } finally {
      // On a thread of Tomcat, which tidies up after what it closes itself.
      target.processSocket(SocketEvent.STOP, true);
    }
  }

  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    return switch (event) {
      case OPEN_READ -> carryToEngine();
      case OPEN_WRITE -> SocketState.UPGRADED;
      default -> SocketState.CLOSED;
    };
  }

  private SocketState carryToEngine() {
    byte[] buffer = new byte[BUFFER_SIZE];
    try {
      int read = requireNonNull(client).read(false, buffer, 0, buffer.length);
      while (read > 0) {
        requireNonNull(engine).send(buffer, read);
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
