package dev.devsync.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.devsync.platform.access.Role;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs and reads tokens in the format of conventions, section 8.1. */
public final class TokenCodec {

  private static final int SIGNED_KEPT = 4_096;
  private static final int LONGEST_KEPT = 1_024;
  private static final Duration SIGNED_FOR = Duration.ofHours(1);

  private final JWSAlgorithm algorithm;
  private final MACSigner signer;
  private final MACVerifier verifier;
  private final Clock clock;

  /** Tokens whose signature was found good, which stays so; clients send the same for an hour. */
  private final Cache<String, JWTClaimsSet> signed =
      Caffeine.newBuilder().maximumSize(SIGNED_KEPT).expireAfterWrite(SIGNED_FOR).build();

  TokenCodec(SigningKey key, Clock clock) {
    this.algorithm = key.algorithm();
    this.clock = clock;
    try {
      this.signer = new MACSigner(key.bytes());
      this.verifier = new MACVerifier(key.bytes());
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the signing key is padded to a valid length", impossible);
    }
  }

  /** The compact form of a token with these claims. */
  public String sign(TokenClaims claims) {
    JWTClaimsSet.Builder set =
        new JWTClaimsSet.Builder()
            .claim("identity", Map.of("user_id", claims.userId()))
            .claim("role", claims.role().wireName())
            .claim("type", claims.type().claim())
            .claim("fresh", false)
            .jwtID(claims.id().toString())
            .issueTime(Date.from(claims.issuedAt()))
            .notBeforeTime(Date.from(claims.issuedAt()))
            .expirationTime(Date.from(claims.expiresAt()));
    if (claims.sessionId() != null) {
      set.claim("sid", claims.sessionId().toString());
    }
    JWSHeader header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build();
    SignedJWT token = new SignedJWT(header, set.build());
    try {
      token.sign(signer);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the algorithm fits the key", impossible);
    }
    return token.serialize();
  }

  /** The claims of a token of this type, or what is wrong with it. */
  public Reading read(String compact, TokenType type) {
    try {
      JWTClaimsSet set = signed.getIfPresent(compact);
      if (set == null) {
        set = verify(compact);
        if (compact.length() <= LONGEST_KEPT) {
          signed.put(compact, set);
        }
      }
      return examine(set, type);
    } catch (ParseException | JOSEException | RuntimeException damaged) {
      return new Reading(null, TokenProblem.INVALID);
    }
  }

  private JWTClaimsSet verify(String compact) throws ParseException, JOSEException {
    SignedJWT token = SignedJWT.parse(compact);
    if (!token.getHeader().getAlgorithm().equals(algorithm) || !token.verify(verifier)) {
      throw new JOSEException("not signed with this key");
    }
    return token.getJWTClaimsSet();
  }

  private Reading examine(JWTClaimsSet set, TokenType type) throws ParseException {
    Instant now = clock.instant();
    Date expiry = set.getExpirationTime();
    Date notBefore = set.getNotBeforeTime();
    if (expiry == null || notBefore != null && notBefore.toInstant().isAfter(now)) {
      return new Reading(null, TokenProblem.INVALID);
    }
    if (!expiry.toInstant().isAfter(now)) {
      return new Reading(null, TokenProblem.EXPIRED);
    }
    if (!type.claim().equals(set.getStringClaim("type"))) {
      return new Reading(null, TokenProblem.INVALID);
    }
    return new Reading(claims(set, type, expiry.toInstant()), null);
  }

  private static TokenClaims claims(JWTClaimsSet set, TokenType type, Instant expiry)
      throws ParseException {
    String session = set.getStringClaim("sid");
    Date issued = set.getIssueTime();
    return new TokenClaims(
        type,
        Identity.of(set.getClaim("identity")),
        Role.named(set.getStringClaim("role")).orElseThrow(),
        UUID.fromString(set.getJWTID()),
        session == null ? null : UUID.fromString(session),
        issued == null ? Instant.EPOCH : issued.toInstant(),
        expiry);
  }

  /** Either claims or a problem. */
  public record Reading(@Nullable TokenClaims claims, @Nullable TokenProblem problem) {}
}
