package dev.devsync.platform.errors;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal that the caller is told about: an HTTP status and the body the contract gives for it.
 */
public final class ApiException extends RuntimeException {

  private final HttpStatus status;
  private final transient Map<String, @Nullable Object> body;
  private final @Nullable Duration retryAfter;

  private ApiException(
      HttpStatus status, Map<String, @Nullable Object> body, @Nullable Duration retryAfter) {
    super(String.valueOf(body.get("message")), null, false, false);
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  public static ApiException of(HttpStatus status, String message) {
    return new ApiException(status, message(message), null);
  }

  public static ApiException of(HttpStatus status, Map<String, @Nullable Object> body) {
    return new ApiException(status, body, null);
  }

  public static ApiException badRequest(String message) {
    return of(HttpStatus.BAD_REQUEST, message);
  }

  public static ApiException unauthorized(String message) {
    return of(HttpStatus.UNAUTHORIZED, message);
  }

  public static ApiException forbidden(String message) {
    return of(HttpStatus.FORBIDDEN, message);
  }

  /** A missing record with a text of its own, for example {@code User not found} (shape E1). */
  public static ApiException notFound(String message) {
    return of(HttpStatus.NOT_FOUND, message);
  }

  /** A missing or invisible record that a route loads by id, or an unknown path (shape E5). */
  public static ApiException resourceNotFound() {
    return new ApiException(HttpStatus.NOT_FOUND, ErrorBodies.resourceNotFound(), null);
  }

  public static ApiException conflict(String message) {
    return of(HttpStatus.CONFLICT, message);
  }

  /** A conflict that shows the caller the row as it is now. */
  public static ApiException conflict(String message, String name, Object row) {
    Map<String, @Nullable Object> body = message(message);
    body.put(name, row);
    return new ApiException(HttpStatus.CONFLICT, body, null);
  }

  /** Shape E7. */
  public static ApiException tooManyRequests(String message, Duration retryAfter) {
    return new ApiException(HttpStatus.TOO_MANY_REQUESTS, ErrorBodies.error(message), retryAfter);
  }

  /** More work than can be done now, with a time after which to try again. */
  public static ApiException unavailable(String message, Duration retryAfter) {
    return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, ErrorBodies.error(message), retryAfter);
  }

  public HttpStatus status() {
    return status;
  }

  public Map<String, @Nullable Object> body() {
    return body;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  private static Map<String, @Nullable Object> message(String message) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("message", message);
    return body;
  }
}
