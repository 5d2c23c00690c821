package dev.devsync.auth;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.configuration.TokenSettings;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenCodec;
import dev.devsync.platform.security.TokenType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes the tokens of sessions. */
@Component
class TokenIssuer {

  private final TokenCodec codec;
  private final TokenSettings settings;

  TokenIssuer(TokenCodec codec, TokenSettings settings) {
    this.codec = codec;
    this.settings = settings;
  }

  /** When an access token issued now runs out; never after its session. */
  Instant accessExpiry(Instant now, Instant sessionExpiry) {
    Instant expiry = seconds(now).plus(settings.accessLifetime());
    return expiry.isBefore(sessionExpiry) ? expiry : sessionExpiry;
  }

  Instant sessionExpiry(Instant now) {
    return seconds(now).plus(settings.refreshLifetime());
  }

  String access(Session session, Role role, Instant now) {
    return codec.sign(
        new TokenClaims(
            TokenType.ACCESS,
            session.userId(),
            role,
            UUID.randomUUID(),
            session.id(),
            seconds(now),
            accessExpiry(now, session.expiresAt())));
  }

  /** The refresh token with this id; signing it again gives the same token. */
  String refresh(Session session, Role role, UUID id, Instant issuedAt) {
    return codec.sign(
        new TokenClaims(
            TokenType.REFRESH,
            session.userId(),
            role,
            id,
            session.id(),
            seconds(issuedAt),
            session.expiresAt()));
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
