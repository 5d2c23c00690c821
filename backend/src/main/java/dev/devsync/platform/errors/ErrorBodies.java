package dev.devsync.platform.errors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The error bodies of the contract's conventions, section 6, that do not belong to one endpoint.
 */
public final class ErrorBodies {

  private ErrorBodies() {}

  /** The JSON gate and the rate limits: E2 and E7. */
  public static Map<String, @Nullable Object> error(String message) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put("message", message);
    return body;
  }

  /** E3: the status is a number here, and the code tells clients what to do about their token. */
  public static Map<String, @Nullable Object> unauthenticated(String code, String message) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("status", 401);
    body.put("message", message);
    body.put("error", code);
    return body;
  }

  /** E5. */
  public static Map<String, @Nullable Object> resourceNotFound() {
    Map<String, @Nullable Object> body = error("Resource not found");
    body.put("error", "404 Not Found: There is nothing here, or nothing you may see.");
    return body;
  }

  /** E6. */
  public static Map<String, @Nullable Object> methodNotAllowed() {
    Map<String, @Nullable Object> body = error("Method not allowed");
    body.put("error", "405 Method Not Allowed: The path exists, but not for this method.");
    return body;
  }

  /** E8. */
  public static Map<String, @Nullable Object> unexpected() {
    Map<String, @Nullable Object> body = error("Internal server error");
    body.put("error", "An unexpected error occurred");
    body.put("traceback", null);
    return body;
  }
}
