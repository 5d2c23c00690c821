package dev.devsync.github.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.fakegithub.Weather;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of tokens after an account was connected. */
@ExtendWith(OutputCaptureExtension.class)
class TokenLifetimeTest extends ConsentTest {

  @Test
  void reconnectingReplacesTheToken() {
    connected(ann, "former", "gho_former");
    anonymous(consented(ann).json()).post("/github/callback").then().statusCode(200);
    assertThat(jdbc.sql("SELECT count(*) FROM github_tokens").query(Integer.class).single())
        .isOne();
    as(ann).get("/github/status").then().body("username", equalTo("octocat"));
  }

  @Test
  void expiryAndRefreshTokenAreKept() throws Exception {
    github.expireTokensAfter(28_800);
    anonymous(consented(ann).json()).post("/github/callback").then().statusCode(200);
    var row =
        jdbc.sql("SELECT refresh_token, token_expires_at FROM github_tokens").query().singleRow();
    assertThat(box.open(Purpose.GITHUB_TOKEN, (String) row.get("refresh_token")))
        .startsWith("ghr_");
    assertThat(((java.sql.Timestamp) row.get("token_expires_at")).toLocalDateTime())
        .isBetween(
            java.time.LocalDateTime.ofInstant(
                clock.instant().plusSeconds(28_700), java.time.ZoneOffset.UTC),
            java.time.LocalDateTime.ofInstant(
                clock.instant().plusSeconds(28_900), java.time.ZoneOffset.UTC));
  }

  @Test
  void anExpiringTokenIsRenewedOnTheWay() {
    github.expireTokensAfter(28_800);
    anonymous(consented(ann).json()).post("/github/callback").then().statusCode(200);
    clock.advance(Duration.ofHours(8));
    TestUser later = renewedSession();
    as(later).get("/github/repositories").then().statusCode(200);
    as(later).get("/github/repositories").then().statusCode(200);
    assertThat(github.calls("POST /login/oauth/access_token")).isEqualTo(2);
  }

  /** A connected user whose token has just expired. */
  private TestUser expired() {
    github.expireTokensAfter(28_800);
    anonymous(consented(ann).json()).post("/github/callback").then().statusCode(200);
    clock.advance(Duration.ofHours(8));
    return renewedSession();
  }

  @Test
  void aRenewalDoesNotBringBackAnAccountThatWasDisconnectedMeanwhile() {
    TestUser later = expired();
    github.meanwhile(
        "/login/oauth/access_token",
        () -> as(later).post("/github/disconnect").then().statusCode(200));
    as(later).get("/github/repositories").then().statusCode(401);
    as(later).get("/github/status").then().body("connected", equalTo(false));
    assertThat(jdbc.sql("SELECT count(*) FROM github_tokens").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aRenewalDoesNotReplaceAnAccountThatWasConnectedMeanwhile() throws Exception {
    TestUser later = expired();
    String anew = github.token("octocat");
    github.meanwhile(
        "/login/oauth/access_token",
        () -> {
          jdbc.sql("DELETE FROM github_tokens").update();
          connected(later, "octocat", anew);
        });
    as(later).get("/github/repositories").then().statusCode(200);
    String stored = jdbc.sql("SELECT access_token FROM github_tokens").query(String.class).single();
    assertThat(box.open(Purpose.GITHUB_TOKEN, stored)).isEqualTo(anew);
  }

  @ParameterizedTest
  @CsvSource({"TOO_MANY, 429", "RATE_LIMITED, 429", "FORBIDDEN, 502", "DOWN, 502"})
  void badWeatherWhileATokenIsRenewedDoesNotEndTheConnection(Weather weather, int status) {
    TestUser later = expired();
    github.weather(weather, "/login/oauth/access_token");
    as(later).get("/github/repositories").then().statusCode(status);
    github.weather(Weather.FAIR, "");
    as(later).get("/github/repositories").then().statusCode(200);
  }

  @Test
  void onlyAUsedUpRefreshTokenEndsTheConnection() {
    TestUser later = expired();
    github.refuseGrants("incorrect_client_credentials");
    as(later).get("/github/repositories").then().statusCode(502);
    as(later).get("/github/status").then().body("connected", equalTo(true));
    github.refuseGrants("bad_refresh_token");
    as(later).get("/github/repositories").then().statusCode(401);
    as(later).get("/github/status").then().body("connected", equalTo(false));
  }

  private TestUser renewedSession() {
    var session = given.aSession(ann.id());
    return new TestUser(
        ann.id(),
        ann.name(),
        ann.email(),
        ann.role(),
        session,
        given.token(ann.id(), ann.role(), session));
  }

  @Test
  void anExpiredTokenThatCannotBeRenewedEndsTheConnection() {
    connected(ann, "octocat", "gho_old");
    jdbc.sql(
            "UPDATE github_tokens SET token_expires_at = now() AT TIME ZONE 'utc' - interval '1 hour'")
        .update();
    as(ann)
        .get("/github/repositories")
        .then()
        .statusCode(401)
        .body("message", equalTo("GitHub account not connected"));
    as(ann).get("/github/status").then().body("connected", equalTo(false));
    assertThat(audited("github_disconnected")).hasSize(1);
  }

  @Test
  void tokensAndCodesNeverReachTheLog(CapturedOutput log) {
    Return back = consented(ann);
    anonymous(back.json()).post("/github/callback").then().statusCode(200);
    github.weather(Weather.DOWN, "/user/repos");
    as(ann).get("/github/repositories").then().statusCode(502);
    github.weather(Weather.REDIRECT_ELSEWHERE, "/user/repos");
    as(ann).get("/github/repositories").then().statusCode(502);
    assertThat(log.getAll())
        .contains("a redirect was not followed")
        .doesNotContain("gho_", back.code(), back.state());
  }
}
