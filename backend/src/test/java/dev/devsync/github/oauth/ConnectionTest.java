package dev.devsync.github.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.devsync.github.GithubHttpTest;
import io.restassured.response.ExtractableResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest extends GithubHttpTest {

  @Test
  void theConfigurationIsShownWithoutSecrets() {
    String body =
        anonymous()
            .get("/github/config-check")
            .then()
            .statusCode(200)
            .body("client_id", equalTo("Iv1.****"))
            .body("redirect_uri", equalTo("https://devsync.example/api/v1/github/callback"))
            .body("frontend_url", equalTo("http://localhost:3000"))
            .extract()
            .asString();
    assertThat(body)
        .contains(
            "\"config_status\":{\"client_id_set\":true,\"client_secret_set\":true,\"redirect_uri_set\":true}")
        .doesNotContain("the client secret", "0123456789abcdef");
  }

  @Test
  void connectingNeedsASession() {
    anonymous("{}")
        .post("/github/connect")
        .then()
        .statusCode(401)
        .body("error", equalTo("authorization_required"));
    anonymous().get("/github/connect").then().statusCode(401);
    anonymous().get("/github/auth").then().statusCode(401);
  }

  @Test
  void connectingSendsTheBrowserToGithubWithAStateOnlyThisServerCanMake() {
    var ann = given.aDeveloper();
    ExtractableResponse<?> answer =
        as(ann, "{\"userId\": " + ann.id() + ", \"state\": \"mine\"}")
            .post("/github/connect")
            .then()
            .statusCode(200)
            .body("state", matchesPattern("[A-Za-z0-9._~-]+"))
            .body("state.length()", lessThanOrEqualTo(512))
            .body("state", not(containsString("mine")))
            .extract();
    String url = answer.path("authorization_url");
    assertThat(url)
        .startsWith("https://github.com/login/oauth/authorize?client_id=Iv1.0123456789abcdef&")
        .contains(
            "&redirect_uri=https%3A%2F%2Fdevsync.example%2Fapi%2Fv1%2Fgithub%2Fcallback&",
            "&scope=repo%2Cuser%3Aemail&",
            "&state=" + answer.path("state"),
            "&code_challenge=",
            "&code_challenge_method=S256");
    assertThat(URI.create(url).getRawQuery()).doesNotContain("code_verifier");
  }

  @Test
  void everyConnectionHasAStateOfItsOwn() {
    var ann = given.aDeveloper();
    String first = as(ann).get("/github/connect").then().statusCode(200).extract().path("state");
    String second = as(ann).post("/github/connect").then().statusCode(200).extract().path("state");
    String third = as(ann).get("/github/auth").then().statusCode(200).extract().path("state");
    assertThat(first).isNotEqualTo(second).isNotEqualTo(third);
    assertThat(
            jdbc.sql("SELECT count(*) FROM ops.github_oauth_states").query(Integer.class).single())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"seven\"", "7.5", "true", "[7]", "\"99999999999\""})
  void aUserIdThatIsNoIntegerIsRefused(String id) {
    as(given.aDeveloper(), "{\"userId\": " + id + "}")
        .post("/github/connect")
        .then()
        .statusCode(400)
        .body("error", equalTo("User ID is invalid"))
        .body("message", equalTo("User ID is invalid"))
        .body("success", equalTo(false));
  }

  @Test
  void aUserIdInTheQueryIsReadAlike() {
    var ann = given.aDeveloper();
    as(ann)
        .get("/github/connect?userId=x")
        .then()
        .statusCode(400)
        .body("error", equalTo("User ID is invalid"));
    as(ann).get("/github/connect?userId=" + ann.id()).then().statusCode(200);
    as(ann).get("/github/connect?userId=").then().statusCode(200);
  }

  @Test
  void nobodyConnectsAnAccountForSomebodyElse() {
    var ann = given.aDeveloper();
    var admin = given.anAdmin();
    as(admin, "{\"userId\": \"" + ann.id() + "\"}")
        .post("/github/connect")
        .then()
        .statusCode(403)
        .body("error", equalTo("You can only connect your own GitHub account"));
    assertThat(
            jdbc.sql("SELECT count(*) FROM ops.github_oauth_states").query(Integer.class).single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/github/auth", "/github/connect"})
  void aSwitchedOffIntegrationConnectsNobody(String path) {
    given.setting("github_integration_enabled", "false");
    as(given.aDeveloper())
        .get(path)
        .then()
        .statusCode(503)
        .body("error", equalTo("GitHub integration is disabled"))
        .body("message", equalTo("GitHub integration is not available at this time."));
  }

  @Test
  void statusTellsWhetherAnAccountIsConnected() {
    var ann = given.aDeveloper();
    as(ann)
        .get("/github/status")
        .then()
        .statusCode(200)
        .body("connected", equalTo(false))
        .body("username", blankOrNullString())
        .body("username", equalTo(""));
    connected(ann, "octocat", "gho_secret");
    as(ann)
        .get("/github/status")
        .then()
        .statusCode(200)
        .body("connected", equalTo(true))
        .body("username", equalTo("octocat"))
        .body("github_username", equalTo("octocat"));
  }

  @Test
  void disconnectingForgetsTheAccountAndIsDoneOnce() {
    var ann = given.aDeveloper();
    connected(ann, "octocat", "gho_secret");
    for (int i = 0; i < 2; i++) {
      as(ann)
          .post("/github/disconnect")
          .then()
          .statusCode(200)
          .body("message", equalTo("GitHub account disconnected successfully"));
    }
    as(ann)
        .get("/github/status")
        .then()
        .body("connected", equalTo(false))
        .body("username", equalTo(""));
    assertThat(audited("github_disconnected")).hasSize(1);
    assertThat(events("github.disconnected")).hasSize(1);
    assertThat(
            jdbc.sql("SELECT github_username FROM users WHERE id = ?")
                .param(ann.id())
                .query()
                .singleRow())
        .containsEntry("github_username", null);
  }

  @Test
  void disconnectingWorksWhileTheIntegrationIsSwitchedOff() {
    given.setting("github_integration_enabled", "false");
    var ann = given.aDeveloper();
    as(ann).post("/github/disconnect").then().statusCode(200);
    as(ann).get("/github/status").then().statusCode(200).body("connected", equalTo(false));
    anonymous()
        .get("/github/config-check")
        .then()
        .statusCode(200)
        .body("client_id", startsWith("Iv1."));
  }
}
