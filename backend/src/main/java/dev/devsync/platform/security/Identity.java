package dev.devsync.platform.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the identity claim: {@code {"user_id": 7}}, or from other issuers a bare number or digits.
 */
final class Identity {

  private Identity() {}

  /** The user's id; throws {@link IllegalArgumentException} if the claim holds none. */
  static int of(@Nullable Object claim) {
    return switch (claim) {
      case Map<?, ?> identity -> number(identity.get("user_id"));
      case null, default -> number(claim);
    };
  }

  private static int number(@Nullable Object id) {
    return switch (id) {
      case Integer number -> number;
      case Long number -> Math.toIntExact(number);
      case String digits when digits.matches("[0-9]+") -> Integer.parseInt(digits);
      case null, default -> throw new IllegalArgumentException("no user id");
    };
  }
}
