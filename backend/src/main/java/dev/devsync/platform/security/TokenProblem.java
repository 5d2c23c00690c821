package dev.devsync.platform.security;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.errors.ErrorBodies;
import org.springframework.http.HttpStatus;

/** Why a request is not authenticated (conventions, section 8.4). */
public enum TokenProblem {
  MISSING("authorization_required", "Authentication token is missing"),
  EXPIRED("token_expired", "The authentication token has expired"),
  INVALID("token_invalid", "Invalid authentication token"),
  REVOKED("token_revoked", "The authentication token has been revoked");

  private final String code;
  private final String message;

  TokenProblem(String code, String message) {
    this.code = code;
    this.message = message;
  }

  public String code() {
    return code;
  }

  /** The 401 answer for it. */
  public ApiException refusal() {
    return ApiException.of(HttpStatus.UNAUTHORIZED, ErrorBodies.unauthenticated(code, message));
  }
}
