package dev.devsync.realtime.engine.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** What the bridge itself says when the engine cannot. */
enum PlainAnswer {
  /** Clients try again after this. */
  UNAVAILABLE(503, "Server is not accepting connections"),
  TOO_LARGE(413, "Payload too large");

  private final int status;
  private final String body;

  PlainAnswer(int status, String message) {
    this.status = status;
    this.body = "{\"code\":3,\"message\":\"%s\"}".formatted(message);
  }

  EngineResponse response() {
    List<EngineResponse.Header> headers =
        List.of(new EngineResponse.Header("Content-Type", "application/json"));
    return new EngineResponse(status, headers, body.getBytes(UTF_8));
  }
}
