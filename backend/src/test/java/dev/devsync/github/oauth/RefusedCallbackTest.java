package dev.devsync.github.oauth;

import static org.hamcrest.Matchers.equalTo;

import dev.devsync.fakegithub.Weather;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that connect nobody. */
class RefusedCallbackTest extends ConsentTest {

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
  void aBrowserInWhichSomebodyElseIsSignedInIsRefused() {
    Return back = consented(ann);
    String query = "?code=" + back.code() + "&state=" + back.state();
    anonymous()
        .urlEncodingEnabled(false)
        .cookie("access_token_cookie", given.aDeveloper("Eve").token())
        .get("/github/callback" + query)
        .then()
        .statusCode(400)
        .body("error", equalTo("Invalid state parameter"));
    assertNotConnected();
    arrive(query).then().statusCode(302);
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
  void aSwitchedOffIntegrationExchangesNothing() {
    Return back = consented(ann);
    given.setting("github_integration_enabled", "false");
    anonymous(back.json()).post("/github/callback").then().statusCode(503);
    arrive("?code=" + back.code() + "&state=" + back.state()).then().statusCode(503);
    anonymous().get("/github/exchange?code=x&state=y").then().statusCode(503);
    assertNotConnected();
  }
}
