package dev.devsync.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every token, tried with random ones. */
class TokenPropertiesTest {

  private static final Instant NOW = Instant.parse("2026-05-07T12:00:00Z");
  private static final int TOKENS = 200;

  private final TokenCodec codec = codec("the secret of this server", NOW);

  private static TokenCodec codec(String secret, Instant now) {
    return new TokenCodec(SigningKey.of("HS256", secret), Clock.fixed(now, ZoneOffset.UTC));
  }

  static Stream<Random> seeds() {
    return IntStream.range(0, TOKENS).mapToObj(Random::new);
  }

  private static TokenClaims any(Random random) {
    TokenType type = TokenType.values()[random.nextInt(TokenType.values().length)];
    return new TokenClaims(
        type,
        1 + random.nextInt(Integer.MAX_VALUE - 1),
        Role.values()[random.nextInt(Role.values().length)],
        new UUID(random.nextLong(), random.nextLong()),
        random.nextInt(4) == 0 ? null : new UUID(random.nextLong(), random.nextLong()),
        NOW.minusSeconds(random.nextInt(86_400)),
        NOW.plusSeconds(1 + random.nextInt(86_400)));
  }

  private static TokenType other(TokenType type) {
    return TokenType.values()[(type.ordinal() + 1) % TokenType.values().length];
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasSignedIsReadUnchanged(Random random) {
    TokenClaims claims = any(random);

    assertThat(codec.read(codec.sign(claims), claims.type()).claims()).isEqualTo(claims);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneTypeNeverPassesForAnother(Random random) {
    TokenClaims claims = any(random);

    assertThat(codec.read(codec.sign(claims), other(claims.type())).problem())
        .isEqualTo(TokenProblem.INVALID);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anotherSecretSignsNothingThisServerTakes(Random random) {
    TokenClaims claims = any(random);
    String foreign = codec("secret number " + random.nextLong(), NOW).sign(claims);

    assertThat(codec.read(foreign, claims.type()).problem()).isEqualTo(TokenProblem.INVALID);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTokenWithOneOtherCharacterIsRefused(Random random) {
    TokenClaims claims = any(random);
    String token = codec.sign(claims);
    // The last character holds bits that decoding drops.
    int place = random.nextInt(token.length() - 1);
    char changed = token.charAt(place) == 'A' ? 'B' : 'A';
    String damaged = token.substring(0, place) + changed + token.substring(place + 1);

    assertThat(codec.read(damaged, claims.type()).problem()).isEqualTo(TokenProblem.INVALID);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPieceOfATokenIsRefused(Random random) {
    TokenClaims claims = any(random);
    String token = codec.sign(claims);

    assertThat(
            codec.read(token.substring(0, random.nextInt(token.length())), claims.type()).problem())
        .isEqualTo(TokenProblem.INVALID);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTokenEndsWhenItSays(Random random) {
    TokenClaims claims = any(random);
    String token = codec.sign(claims);
    TokenCodec atTheEnd = codec("the secret of this server", claims.expiresAt());
    TokenCodec justBefore = codec("the secret of this server", claims.expiresAt().minusSeconds(1));

    assertThat(atTheEnd.read(token, claims.type()).problem()).isEqualTo(TokenProblem.EXPIRED);
    assertThat(justBefore.read(token, claims.type()).claims()).isEqualTo(claims);
  }
}
