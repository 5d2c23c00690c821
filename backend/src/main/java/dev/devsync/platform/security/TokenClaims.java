package dev.devsync.platform.security;

import dev.devsync.platform.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a token says (conventions, section 8.1).
 *
 * @param sessionId null in tokens issued before sessions existed
 */
public record TokenClaims(
    TokenType type,
    int userId,
    Role role,
    UUID id,
    @Nullable UUID sessionId,
    Instant issuedAt,
    Instant expiresAt) {}
