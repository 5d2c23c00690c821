package dev.devsync.github.repositories;

import static org.hamcrest.Matchers.equalTo;

import dev.devsync.github.GithubHttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered before GitHub is asked anything. */
class RepositoryGuardsTest extends GithubHttpTest {

  private static final String VALID =
      """
      {"repository_name": "acme/door", "repository_url": "https://github.com/acme/door"}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/github/repositories",
        "/github/repositories?all_pages=true",
        "/github/repositories/{id}/issues",
        "/github/repositories/{id}/pulls"
      })
  void browsingNeedsAConnectedAccountAndAnIntegrationThatIsOn(String path) {
    var dev = given.aDeveloper();
    String concrete = path.replace("{id}", "" + given.aRepository("acme/door"));
    as(dev)
        .get(concrete)
        .then()
        .statusCode(401)
        .body("message", equalTo("GitHub account not connected"));
    given.setting("github_integration_enabled", "false");
    as(dev)
        .get(concrete)
        .then()
        .statusCode(503)
        .body("error", equalTo("GitHub integration is disabled"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"issues", "pulls"})
  void anUnknownRepositoryIsNotFoundBeforeTheAccountIsLookedAt(String kind) {
    var dev = given.aDeveloper();
    as(dev)
        .get("/github/repositories/999999/" + kind)
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
    as(dev)
        .get("/github/repositories/{id}/{kind}", given.aRepository("no slash"), kind)
        .then()
        .statusCode(400)
        .body("message", equalTo("Invalid repository name format"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                                          | Missing required GitHub repository fields
          {"repository_name": "acme/door"}                                                            | Missing required GitHub repository fields
          {"repository_name": 5, "repository_url": "https://github.com/acme/door"}                    | Missing required GitHub repository fields
          {"repository_name": "acme", "repository_url": "https://github.com/acme/door"}               | Invalid repository name format. Should be owner/repo
          {"repository_name": "acme/../x", "repository_url": "https://github.com/acme/door"}          | Invalid repository name format. Should be owner/repo
          {"repository_name": "acme/..", "repository_url": "https://github.com/acme/door"}            | Invalid repository name format. Should be owner/repo
          {"repository_name": "acme/door", "repository_url": "https://evil.example/acme/door"}        | Invalid GitHub repository URL
          {"repository_name": "a/b", "repository_url": "https://github.com/a/b", "webhook_secret": "short"} | Webhook secret should be at least 16 characters for security
          {"repository_name": "a/b", "repository_url": "https://github.com/a/b", "webhook_secret": 7} | Webhook secret should be at least 16 characters for security
          """)
  void trackingChecksItsInput(String json, String message) {
    as(given.anAdmin(), json)
        .post("/github/repositories")
        .then()
        .statusCode(400)
        .body("message", equalTo(message));
  }

  @Test
  void onlyAdminsTrackRepositories() {
    as(given.aDeveloper(), VALID)
        .post("/github/repositories")
        .then()
        .statusCode(403)
        .body("message", equalTo("Insufficient permissions"));
    as(given.aTeamLead(), VALID)
        .post("/github/repositories")
        .then()
        .statusCode(403)
        .body("message", equalTo("Insufficient permissions"));
  }

  @Test
  void trackingNeedsAConnectedAccountAndAnIntegrationThatIsOn() {
    var admin = given.anAdmin();
    as(admin, VALID)
        .post("/github/repositories")
        .then()
        .statusCode(401)
        .body("message", equalTo("GitHub account not connected"));
    given.setting("github_integration_enabled", "false");
    as(admin, VALID).post("/github/repositories").then().statusCode(503);
  }
}
