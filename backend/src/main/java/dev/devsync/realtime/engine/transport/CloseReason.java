package dev.devsync.realtime.engine.transport;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import org.jspecify.annotations.Nullable;

/** Why an Engine.IO session ended. */
public enum CloseReason {
  /** The client said so. */
  CLIENT_CLOSE(WebSocketCloseStatus.NORMAL_CLOSURE),
  /** The client sent something the protocol does not allow. */
  PROTOCOL_VIOLATION(WebSocketCloseStatus.PROTOCOL_ERROR),
  /** The client did not connect in time. */
  NOT_CONNECTED(WebSocketCloseStatus.POLICY_VIOLATION),
  /** The connection broke, or a poll was abandoned. */
  TRANSPORT_CLOSE(null),
  /** No sign of life within ping interval and ping timeout. */
  PING_TIMEOUT(null),
  /** The client did not read fast enough. */
  SLOW_CLIENT(null),
  /** The server ended the session; the client may come back. */
  SERVER_CLOSE(null),
  /** The server is stopping. */
  SERVER_STOPPING(null);

  private final @Nullable WebSocketCloseStatus status;

  CloseReason(@Nullable WebSocketCloseStatus status) {
    this.status = status;
  }

  /**
   * What a WebSocket is told. Null where the client should come back at once: the Java client takes
   * no notice of a close frame and would sit there until its ping timeout, whereas every client
   * understands a connection that ends.
   */
  @Nullable WebSocketCloseStatus status() {
    return status;
  }

  /** The packet that ends a waiting poll: noop if the client closed, else close. */
  byte[] farewell() {
    return this == CLIENT_CLOSE ? EnginePackets.NOOP : EnginePackets.CLOSE;
  }
}
