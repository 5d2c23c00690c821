package dev.devsync.platform.ratelimit;

import dev.devsync.platform.errors.ApiException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal where no handler is reached that could throw it. */
@Component
class Refusals {

  private final JsonMapper json;

  Refusals(JsonMapper json) {
    this.json = json;
  }

  void write(ApiException refusal, HttpServletResponse response) throws IOException {
    response.setStatus(refusal.status().value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    if (refusal.retryAfter() != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter().toSeconds()));
    }
    json.writeValue(response.getOutputStream(), refusal.body());
  }
}
