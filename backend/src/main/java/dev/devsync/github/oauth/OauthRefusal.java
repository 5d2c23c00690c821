package dev.devsync.github.oauth;

import dev.devsync.platform.errors.ApiException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The error shape E9, which says everything twice. */
final class OauthRefusal {

  private OauthRefusal() {}

  static ApiException of(HttpStatus status, String text) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("error", text);
    body.put("message", text);
    body.put("success", false);
    return ApiException.of(status, body);
  }

  static ApiException badRequest(String text) {
    return of(HttpStatus.BAD_REQUEST, text);
  }
}
