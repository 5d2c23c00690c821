package dev.devsync.github.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code github_tokens}; both tokens are ciphertext.
 *
 * @param expiresAt null if the token does not expire
 */
record StoredToken(
    int id,
    int userId,
    String accessToken,
    @Nullable String refreshToken,
    @Nullable Instant expiresAt) {}
