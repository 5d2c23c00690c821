package dev.devsync.auth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link of a session's chain of refresh tokens.
 *
 * @param replacedAt null for the current one
 * @param successorIsCurrent whether the token that replaced it has not been used yet
 */
record RefreshToken(
    UUID id, Instant issuedAt, @Nullable Instant replacedAt, boolean successorIsCurrent) {

  boolean isCurrent() {
    return replacedAt == null;
  }
}
