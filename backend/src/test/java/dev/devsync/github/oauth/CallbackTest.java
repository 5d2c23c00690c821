package dev.devsync.github.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.fakegithub.Weather;
import dev.devsync.github.GithubHttpTest;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.testing.TestUser;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CallbackTest extends GithubHttpTest {

  private TestUser ann;

  @BeforeEach
  void somebodyWhoConnects() {
    ann = given.aDeveloper("Ann");
  }

  /** What GitHub sends the browser back with after consent. */
  private record Return(String code, String state) {

    String json() {
      return "{\"code\": \"%s\", \"state\": \"%s\"}".formatted(code, state);
    }
  }

  private Return consented(TestUser user) {
    String url =
        as(user).post("/github/connect").then().statusCode(200).extract().path("authorization_url");
    String location =
        RestAssured.given()
            .urlEncodingEnabled(false)
            .redirects()
            .follow(false)
            .get(url + "&decision=allow&login=octocat")
            .then()
            .statusCode(302)
            .extract()
            .header("Location");
    assertThat(location).startsWith("https://devsync.example/api/v1/github/callback?code=");
    String query = location.substring(location.indexOf('?') + 1);
    return new Return(
        query.replaceAll(".*code=([^&]+).*", "$1"), query.replaceAll(".*state=([^&]+).*", "$1"));
  }

  private Response arrive(String query) {
    return anonymous()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .get("/github/callback" + query);
  }

  private void assertConnected() throws Exception {
    as(ann)
        .get("/github/status")
        .then()
        .body("connected", equalTo(true))
        .body("username", equalTo("octocat"));
    String sealed = jdbc.sql("SELECT access_token FROM github_tokens").query(String.class).single();
    assertThat(box.open(Purpose.GITHUB_TOKEN, sealed)).startsWith("gho_octocat");
    assertThat(audited("github_connected"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("actor_user_id")).isEqualTo(ann.id()))
        .satisfies(row -> assertThat((String) row.get("metadata")).contains("octocat"));
    assertThat(events("github.connected")).hasSize(1);
  }

  private void assertNotConnected() {
    as(ann).get("/github/status").then().body("connected", equalTo(false));
    assertThat(audited("github_connected")).isEmpty();
  }

  @Test
  void theBrowserArrivesAndIsSentOnToTheWebClient() throws Exception {
    Return back = consented(ann);
    arrive("?code=" + back.code() + "&state=" + back.state())
        .then()
        .statusCode(302)
        .header(
            "Location",
            "http://localhost:3000/github/connected?success=true&github_success=true&github_username=octocat&user_id="
                + ann.id());
    assertConnected();
  }

  @Test
  void theWebClientPostsCodeAndState() throws Exception {
    as(ann, consented(ann).json())
        .post("/github/callback")
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("connected", equalTo(true))
        .body("github_username", equalTo("octocat"))
        .body("username", equalTo("octocat"))
        .body("message", equalTo("GitHub account connected successfully"));
    assertConnected();
  }

  @Test
  void theWebClientAsksForAnExchange() throws Exception {
    Return back = consented(ann);
    anonymous()
        .get("/github/exchange?code={code}&state={state}", back.code(), back.state())
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("github_username", equalTo("octocat"));
    assertConnected();
  }

  @Test
  void identicalRequestsAtOnceShareOneOutcome() throws Exception {
    Return back = consented(ann);
    List<Callable<Integer>> requests =
        Stream.<Callable<Integer>>of(
                () -> anonymous(back.json()).post("/github/callback").statusCode(),
                () -> anonymous(back.json()).post("/github/callback").statusCode(),
                () -> arrive("?code=" + back.code() + "&state=" + back.state()).statusCode())
            .toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers = new java.util.ArrayList<>();
      for (var answer : executor.invokeAll(requests)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsExactlyInAnyOrder(200, 200, 302);
    }
    assertThat(github.calls("POST /login/oauth/access_token")).isOne();
    assertConnected();
  }

  @Test
  void aRepetitionIsToldTheSameForTwoMinutes() {
    Return back = consented(ann);
    anonymous(back.json()).post("/github/callback").then().statusCode(200);
    clock.advance(Duration.ofSeconds(110));
    anonymous(back.json())
        .post("/github/callback")
        .then()
        .statusCode(200)
        .body("username", equalTo("octocat"));
    clock.advance(Duration.ofSeconds(20));
    anonymous(back.json())
        .post("/github/callback")
        .then()
        .statusCode(400)
        .body("error", equalTo("Invalid state parameter - missing user ID"));
    assertThat(github.calls("POST /login/oauth/access_token")).isOne();
  }

  @Test
  void aUsedStateIsGoodForNoOtherCode() {
    Return back = consented(ann);
    anonymous(back.json()).post("/github/callback").then().statusCode(200);
    anonymous(new Return("another", back.state()).json())
        .post("/github/callback")
        .then()
        .statusCode(400)
        .body("error", equalTo("Invalid state parameter - missing user ID"))
        .body("success", equalTo(false));
  }

  @Test
  void aRefusalIsRepeatedToo() {
    Return back = new Return("stolen", consented(ann).state());
    for (int i = 0; i < 2; i++) {
      anonymous(back.json())
          .post("/github/callback")
          .then()
          .statusCode(400)
          .body("error", equalTo("Failed to obtain access token"));
    }
    assertThat(github.calls("POST /login/oauth/access_token")).isOne();
    assertNotConnected();
  }

  @Test
  void aStateExpiresAfterTenMinutes() {
    Return back = consented(ann);
    clock.advance(Duration.ofMinutes(10));
    arrive("?code=" + back.code() + "&state=" + back.state())
        .then()
        .statusCode(400)
        .body("error", equalTo("Invalid state parameter format - decoding error"));
    assertNotConnected();
  }

  @Test
  void aStateOfSomebodyElseIsRefusedWhenTheSenderIsKnown() {
    Return back = consented(ann);
    as(given.aDeveloper("Eve"), back.json())
        .post("/github/callback")
        .then()
        .statusCode(400)
        .body("error", equalTo("Invalid state parameter"));
    assertNotConnected();
    as(ann, back.json()).post("/github/callback").then().statusCode(200);
  }

  @Test
  void aUserWhoIsGoneIsNotFound() {
    Return back = consented(ann);
    jdbc.sql("DELETE FROM users WHERE id = ?").param(ann.id()).update();
    anonymous(back.json())
        .post("/github/callback")
        .then()
        .statusCode(404)
        .body("error", equalTo("User not found"));
    arrive("?code=" + back.code() + "&state=" + back.state()).then().statusCode(404);
  }

  @Test
  void aDeclinedConsentIsToldToTheWebClient() {
    arrive("?error=access_denied&state=x")
        .then()
        .statusCode(302)
        .header("Location", "http://localhost:3000/github?error=access_denied");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?code=x           | Missing code or state parameter
          ?state=x          | Missing code or state parameter
          ?code=&state=     | Missing code or state parameter
          ?code=x&state=abc | Invalid state parameter format - decoding error
          """)
  void theBrowserWithoutAUsableStateIsRefused(String query, String text) {
    arrive(query)
        .then()
        .statusCode(400)
        .body("error", equalTo(text))
        .body("message", equalTo(text))
        .body("success", equalTo(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                               | Missing required parameters
          {"code": "x"}                    | Missing required parameters
          {"code": 7, "state": "x"}        | Missing required parameters
          {"code": "x", "state": "abc"}    | Invalid state parameter - missing user ID
          """)
  void aPostWithoutAUsableStateIsRefused(String json, String text) {
    anonymous(json)
        .post("/github/callback")
        .then()
        .statusCode(400)
        .body("error", equalTo(text))
        .body("message", equalTo(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | No code provided
          ?state=x          | No code provided
          ?code=x           | Invalid state parameter
          ?code=x&state=abc | Invalid state parameter
          """)
  void anExchangeWithoutAUsableStateIsRefused(String query, String text) {
    anonymous().get("/github/exchange" + query).then().statusCode(400).body("error", equalTo(text));
  }

  @Test
  void anUnreadableProfileIsRefused() {
    Return back = consented(ann);
    github.weather(Weather.DOWN, "GET /user");
    anonymous(back.json())
        .post("/github/callback")
        .then()
        .statusCode(400)
        .body("error", equalTo("Failed to fetch GitHub profile"));
    assertNotConnected();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOWN", "BROKEN_JSON", "REDIRECT_ELSEWHERE", "TOO_MANY", "NOT_FOUND"})
  void badWeatherAtTheExchangeIsARefusal(String weather) {
    Return back = consented(ann);
    github.weather(Weather.valueOf(weather), "/login/oauth/access_token");
    anonymous(back.json())
        .post("/github/callback")
        .then()
        .statusCode(400)
        .body("error", equalTo("Failed to obtain access token"));
    assertNotConnected();
  }

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
  void aSwitchedOffIntegrationExchangesNothing() {
    Return back = consented(ann);
    given.setting("github_integration_enabled", "false");
    anonymous(back.json()).post("/github/callback").then().statusCode(503);
    arrive("?code=" + back.code() + "&state=" + back.state()).then().statusCode(503);
    anonymous().get("/github/exchange?code=x&state=y").then().statusCode(503);
    assertNotConnected();
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
