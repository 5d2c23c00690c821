package dev.devsync.realtime.engine.transport;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** Why an Engine.IO session ended. */
public enum CloseReason {
  /** The client said so. */
  CLIENT_CLOSE(WebSocketCloseStatus.NORMAL_CLOSURE),
  /** The connection broke, or a poll was abandoned. */
  TRANSPORT_CLOSE(WebSocketCloseStatus.NORMAL_CLOSURE),
  /** No sign of life within ping interval and ping timeout. */
  PING_TIMEOUT(WebSocketCloseStatus.NORMAL_CLOSURE),
  /** The client sent something the protocol does not allow. */
  PROTOCOL_VIOLATION(WebSocketCloseStatus.PROTOCOL_ERROR),
  /** The client did not connect in time. */
  NOT_CONNECTED(WebSocketCloseStatus.POLICY_VIOLATION),
  /** The client did not read fast enough. */
  SLOW_CLIENT(WebSocketCloseStatus.TRY_AGAIN_LATER),
  /** The server ended the session; the client may come back. */
  SERVER_CLOSE(WebSocketCloseStatus.NORMAL_CLOSURE),
  /** The server is stopping. */
  SERVER_STOPPING(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE);

  private final WebSocketCloseStatus status;

  CloseReason(WebSocketCloseStatus status) {
    this.status = status;
  }

  WebSocketCloseStatus status() {
    return status;
  }

  /** The packet that ends a waiting poll: noop if the client closed, else close. */
  byte[] farewell() {
    return this == CLIENT_CLOSE ? EnginePackets.NOOP : EnginePackets.CLOSE;
  }
}
