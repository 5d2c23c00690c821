package dev.devsync.github.oauth;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Whose account a request wants to connect. It can only ever be the caller's own.
 *
 * @param id null stands for the caller
 */
record RequestedUser(@Nullable Integer id) {

  private static final String INVALID = "User ID is invalid";

  /** From a query parameter. */
  static RequestedUser in(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return new RequestedUser(null);
    }
    try {
      return new RequestedUser(Integer.valueOf(query.strip()));
    } catch (NumberFormatException unreadable) {
      throw OauthRefusal.badRequest(INVALID);
    }
  }

  /** From a body, or else from a query parameter. */
  static RequestedUser in(JsonBody body, @Nullable String query) {
    Field<Integer> id;
    try {
      id = body.id("userId", INVALID);
    } catch (ApiException unreadable) {
      throw OauthRefusal.badRequest(INVALID);
    }
    return id.isAbsentOrNull() ? in(query) : new RequestedUser(id.value());
  }

  void requireIs(Caller caller) {
    if (id != null && id != caller.id()) {
      throw OauthRefusal.of(HttpStatus.FORBIDDEN, "You can only connect your own GitHub account");
    }
  }

  /** The documented fields of the body. */
  record Documented(
      @com.fasterxml.jackson.annotation.JsonProperty("userId") @Nullable Integer userId) {}
}
