package dev.devsync.realtime.engine.transport;

import io.netty.handler.codec.http.HttpResponseStatus;

/** The ways a request is refused at HTTP level, with the codes Engine.IO clients know. */
enum Refusal {
  UNKNOWN_TRANSPORT(HttpResponseStatus.BAD_REQUEST, 0, "Transport unknown"),
  UNKNOWN_SESSION(HttpResponseStatus.BAD_REQUEST, 1, "Session ID unknown"),
  BAD_METHOD(HttpResponseStatus.BAD_REQUEST, 2, "Bad handshake method"),
  BAD_REQUEST(HttpResponseStatus.BAD_REQUEST, 3, "Bad request"),
  FORBIDDEN_ORIGIN(HttpResponseStatus.FORBIDDEN, 4, "Forbidden"),
  UNSUPPORTED_VERSION(HttpResponseStatus.BAD_REQUEST, 5, "Unsupported protocol version"),
  TOO_LARGE(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, 3, "Payload too large"),
  OVERLOADED(HttpResponseStatus.SERVICE_UNAVAILABLE, 3, "Server is not accepting connections");

  private final HttpResponseStatus status;
  private final String body;

  Refusal(HttpResponseStatus status, int code, String message) {
    this.status = status;
    this.body = "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
  }

  HttpResponseStatus status() {
    return status;
  }

  String body() {
    return body;
  }
}
