package dev.devsync.auth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in (a row of {@code ops.sessions}).
 *
 * @param expiresAt absolute; refreshing does not move it
 * @param endedAt null while it is good
 */
record Session(
    UUID id,
    int userId,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String ip,
    @Nullable String userAgent) {}
