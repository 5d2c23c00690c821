package dev.devsync.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.configuration.StartRefused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCodecTest {

  private static final Instant NOW = Instant.parse("2026-05-07T12:00:00Z");
  private static final String GOOD =
      """
      {"identity":{"user_id":7},"role":"developer","type":"access","fresh":false,
       "jti":"5f4b0f5e-0d56-4b0c-8d0a-2f3c9f7a1c11","iat":1778155200,"nbf":1778155200,"exp":1778158800}""";

  private final TokenCodec codec =
      new TokenCodec(SigningKey.of("HS256", "short"), Clock.fixed(NOW, ZoneOffset.UTC));

  /** Signs by the letter of the standard, with the unpadded secret. */
  private static String signed(String header, String payload, String secret) throws Exception {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String head =
        base64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return head
        + "."
        + base64.encodeToString(mac.doFinal(head.getBytes(StandardCharsets.US_ASCII)));
  }

  private TokenCodec.Reading read(String payload) throws Exception {
    return codec.read(
        signed("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", payload, "short"), TokenType.ACCESS);
  }

  @Test
  void tokensOfTheEarlierServerAreReadWithAShortSecret() throws Exception {
    TokenClaims claims = read(GOOD).claims();
    assertThat(claims).isNotNull();
    assertThat(claims.userId()).isEqualTo(7);
    assertThat(claims.sessionId()).isNull();
    assertThat(claims.expiresAt()).isEqualTo("2026-05-07T13:00:00Z");
  }

  @Test
  void whatIsSignedCanBeRead() {
    TokenClaims claims =
        new TokenClaims(
            TokenType.REFRESH,
            9,
            Role.ADMIN,
            UUID.randomUUID(),
            UUID.randomUUID(),
            NOW,
            NOW.plusSeconds(60));
    assertThat(codec.read(codec.sign(claims), TokenType.REFRESH).claims()).isEqualTo(claims);
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "'\"8\"', 8", "'{\"user_id\":\"9\"}', 9"})
  void identitiesOfOtherIssuersAreTolerated(String identity, int id) throws Exception {
    assertThat(read(GOOD.replace("{\"user_id\":7}", identity)).claims().userId()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"identity\":{\"user_id\":7}| \"x\":1",
        "{\"user_id\":7}|{}",
        "{\"user_id\":7}|\"seven\"",
        "{\"user_id\":7}|99999999999",
        "\"role\":\"developer\"|\"role\":\"client\"",
        "\"role\":\"developer\"|\"x\":1",
        "\"type\":\"access\"|\"type\":\"refresh\"",
        "\"type\":\"access\"|\"x\":1",
        "\"jti\"|\"x\"",
        "\"exp\":1778158800|\"x\":1",
        "\"nbf\":1778155200|\"nbf\":1778155201",
        "\"fresh\":false|\"sid\":\"nonsense\""
      })
  void tokensWithoutTheirClaimsAreInvalid(String change) throws Exception {
    String[] parts = change.split("\\|");
    assertThat(read(GOOD.replace(parts[0], parts[1])).problem()).isEqualTo(TokenProblem.INVALID);
  }

  @Test
  void expiryIsExact() throws Exception {
    assertThat(read(GOOD.replace("1778158800", "1778155200")).problem())
        .isEqualTo(TokenProblem.EXPIRED);
    assertThat(read(GOOD.replace("1778158800", "1778155201")).claims()).isNotNull();
  }

  @Test
  void otherKeysAndAlgorithmsAreInvalid() throws Exception {
    String header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    assertThat(codec.read(signed(header, GOOD, "other"), TokenType.ACCESS).problem())
        .isEqualTo(TokenProblem.INVALID);
    assertThat(codec.read(signed("{\"alg\":\"HS512\"}", GOOD, "short"), TokenType.ACCESS).problem())
        .isEqualTo(TokenProblem.INVALID);
    assertThat(codec.read(signed("{\"alg\":\"none\"}", GOOD, "short"), TokenType.ACCESS).problem())
        .isEqualTo(TokenProblem.INVALID);
    assertThat(codec.read("a.b", TokenType.ACCESS).problem()).isEqualTo(TokenProblem.INVALID);
  }

  @Test
  void unknownAlgorithmsStopTheStart() {
    assertThatThrownBy(() -> SigningKey.of("RS256", "x")).isInstanceOf(StartRefused.class);
    assertThat(SigningKey.of("HS512", "x".repeat(80)).bytes()).hasSize(80);
  }
}
