package dev.devsync.realtime.engine.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the bridge itself says when the engine cannot. */
enum PlainAnswer {
  /** Clients try again after this. */
  UNAVAILABLE(503, "Server is not accepting connections"),
  TOO_LARGE(413, "Payload too large");

  private final int status;
  private final byte[] body;

  PlainAnswer(int status, String message) {
    this.status = status;
    this.body = "{\"code\":3,\"message\":\"%s\"}".formatted(message).getBytes(UTF_8);
  }

  void write(HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.reset();
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
