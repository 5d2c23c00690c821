package dev.devsync.github.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.github.GithubHttpTest;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.testing.TestUser;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;

/** A test in which somebody gives their consent on GitHub. */
abstract class ConsentTest extends GithubHttpTest {

  TestUser ann;

  @BeforeEach
  void somebodyWhoConnects() {
    ann = given.aDeveloper("Ann");
  }

  /** What GitHub sends the browser back with after consent. */
  record Return(String code, String state) {

    String json() {
      return "{\"code\": \"%s\", \"state\": \"%s\"}".formatted(code, state);
    }
  }

  Return consented(TestUser user) {
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

  Response arrive(String query) {
    return anonymous()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .get("/github/callback" + query);
  }

  void assertConnected() throws Exception {
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

  void assertNotConnected() {
    as(ann).get("/github/status").then().body("connected", equalTo(false));
    assertThat(audited("github_connected")).isEmpty();
  }
}
