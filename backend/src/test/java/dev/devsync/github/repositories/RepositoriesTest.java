package dev.devsync.github.repositories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.fakegithub.FakeGithub;
import dev.devsync.fakegithub.FakeRepository;
import dev.devsync.fakegithub.Weather;
import dev.devsync.github.GithubHttpTest;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoriesTest extends GithubHttpTest {

  private TestUser dev;
  private String token;

  @BeforeEach
  void aConnectedDeveloper() {
    dev = given.aDeveloper();
    token = connected(dev, "octocat");
  }

  @Test
  void repositoriesAreListedWithIdsOfDevSync() {
    FakeRepository door = github.repository("acme/door");
    int id =
        as(dev)
            .get("/github/repositories")
            .then()
            .statusCode(200)
            .body("repositories", hasSize(1))
            .body("repositories[0].github_id", equalTo(door.id()))
            .body("repositories[0].name", equalTo("door"))
            .body("repositories[0].full_name", equalTo("acme/door"))
            .body("repositories[0].owner", equalTo("acme"))
            .body("repositories[0].html_url", equalTo("https://github.com/acme/door"))
            .body("repositories[0].private", equalTo(false))
            .body("repositories[0].fork", equalTo(false))
            .body("repositories[0].language", equalTo("Java"))
            .body("repositories[0].default_branch", equalTo("main"))
            .body("repositories[0].updated_at", equalTo("2026-05-01T00:00:00Z"))
            .body("repositories[0].pushed_at", equalTo("2026-05-07T12:00:00Z"))
            .body("repositories[0].last_updated", equalTo("2026-05-07T12:00:00Z"))
            .body("repositories[0].stargazers_count", equalTo(3))
            .body("repositories[0].total_prs", equalTo(0))
            .body("repositories[0].recent_commits", equalTo(0))
            .body("repositories[0].tracked", equalTo(false))
            .body("pagination.page", equalTo(1))
            .body("pagination.per_page", equalTo(30))
            .body("pagination.has_next", equalTo(false))
            .extract()
            .path("repositories[0].id");
    as(dev).get("/github/repositories").then().body("repositories[0].id", equalTo(id));
  }

  @Test
  void aRenamedRepositoryKeepsItsId() {
    FakeRepository door = github.repository("acme/door");
    int id = as(dev).get("/github/repositories").then().extract().path("repositories[0].id");
    door.rename("acme/gate");
    as(dev)
        .get("/github/repositories")
        .then()
        .body("repositories[0].id", equalTo(id))
        .body("repositories[0].full_name", equalTo("acme/gate"));
    assertThat(jdbc.sql("SELECT repo_name, repo_url FROM github_repositories").query().singleRow())
        .containsEntry("repo_name", "acme/gate")
        .containsEntry("repo_url", "https://github.com/acme/gate");
  }

  @Test
  void aRowWithoutGithubsIdIsFoundByItsAddress() {
    int id = given.aRepository("acme/door");
    FakeRepository door = github.repository("acme/door");
    as(dev).get("/github/repositories").then().body("repositories.id", contains(id));
    assertThat(jdbc.sql("SELECT github_id FROM github_repositories").query(Long.class).single())
        .isEqualTo(door.id());
  }

  @Test
  void aNameThatPassedToAnotherRepositoryConfusesNobody() {
    FakeRepository old = github.repository("acme/door");
    int oldId = as(dev).get("/github/repositories").then().extract().path("repositories[0].id");
    old.rename("acme/old-door");
    github.repository("acme/door");
    as(dev)
        .get("/github/repositories")
        .then()
        .body("repositories", hasSize(2))
        .body("repositories[0].id", equalTo(oldId));
  }

  @Test
  void pagesAreThoseOfGithub() {
    for (int i = 1; i <= 5; i++) {
      github.repository("acme/r" + i);
    }
    as(dev)
        .get("/github/repositories?page=2&per_page=2")
        .then()
        .body("repositories.name", contains("r3", "r4"))
        .body("pagination.page", equalTo(2))
        .body("pagination.has_next", equalTo(true));
    as(dev)
        .get("/github/repositories?per_page=2&all_pages=true")
        .then()
        .body("repositories", hasSize(5))
        .body("pagination.has_next", equalTo(false));
    as(dev)
        .get("/github/repositories?per_page=0&page=-3")
        .then()
        .body("pagination.per_page", equalTo(30));
    as(dev)
        .get("/github/repositories?per_page=1000")
        .then()
        .body("pagination.per_page", equalTo(100));
  }

  @Test
  void activityIsCountedOnRequest() {
    FakeRepository door = github.repository("acme/door").withCommits(42);
    door.openPullRequest("Oil", "oil", "octocat");
    door.openPullRequest("Paint", "paint", "octocat");
    github.repository("acme/silent");
    github.weather(Weather.DOWN, "/repos/acme/silent/");
    as(dev)
        .get("/github/repositories?include_activity=true&activity_window_days=7")
        .then()
        .statusCode(200)
        .body("repositories.find { it.name == 'door' }.total_prs", equalTo(2))
        .body("repositories.find { it.name == 'door' }.recent_commits", equalTo(42))
        .body("repositories.find { it.name == 'silent' }.total_prs", equalTo(0));
  }

  @Test
  void listingTakesTheSameStatementsHoweverManyThereAre() {
    github.repository("acme/one");
    as(dev).get("/github/repositories").then().statusCode(200);
    int one = statementsOf(() -> as(dev).get("/github/repositories").then().statusCode(200));
    for (int i = 0; i < 99; i++) {
      github.repository("acme/r" + i);
    }
    as(dev).get("/github/repositories?per_page=100").then().body("repositories", hasSize(100));
    int hundred =
        statementsOf(
            () ->
                as(dev)
                    .get("/github/repositories?per_page=100")
                    .then()
                    .body("repositories", hasSize(100)));
    assertThat(hundred).isEqualTo(one);
  }

  @Test
  void unchangedAnswersAreAskedForConditionally() {
    github.repository("acme/door");
    as(dev).get("/github/repositories").then().body("repositories", hasSize(1));
    as(dev).get("/github/repositories").then().body("repositories", hasSize(1));
    github.repository("acme/gate");
    as(dev).get("/github/repositories").then().body("repositories", hasSize(2));
  }

  @Test
  void trackedRepositoriesAreThereForEverybody() {
    var admin = given.anAdmin();
    connected(admin, "boss");
    FakeRepository door = github.repository("acme/door");
    int id = track(admin, "").statusCode(201).extract().path("repository.id");
    github.reset();
    connectedAnew();
    as(dev)
        .get("/github/repositories")
        .then()
        .body("repositories.id", contains(id))
        .body("repositories[0].tracked", equalTo(true))
        .body("repositories[0].owner", equalTo("acme"))
        .body("repositories[0].name", equalTo("door"))
        .body("repositories[0].github_id", equalTo(door.id()))
        .body("repositories[0].description", nullValue());
    as(dev).get("/github/repositories?page=2").then().body("repositories", empty());
  }

  private void connectedAnew() {
    jdbc.sql("DELETE FROM github_tokens WHERE user_id = ?").param(dev.id()).update();
    token = connected(dev, "octocat");
  }

  private io.restassured.response.ValidatableResponse track(TestUser admin, String more) {
    return as(
            admin,
            "{\"repository_name\": \"acme/door\", \"repository_url\": \"https://github.com/acme/door\""
                + more
                + "}")
        .post("/github/repositories")
        .then();
  }

  @Test
  void anAdminTracksARepositoryOnce() throws Exception {
    var admin = given.anAdmin();
    connected(admin, "boss");
    github.repository("acme/door");
    int listed = as(dev).get("/github/repositories").then().extract().path("repositories[0].id");
    track(admin, ", \"webhook_secret\": \"sixteen letters!\"")
        .statusCode(201)
        .body("message", equalTo("Repository added successfully"))
        .body("repository.id", equalTo(listed))
        .body("repository.name", equalTo("acme/door"))
        .body("repository.url", equalTo("https://github.com/acme/door"));
    track(admin, "")
        .statusCode(409)
        .body("message", equalTo("Repository is already being tracked"))
        .body("repository.id", equalTo(listed))
        .body("repository.name", equalTo("acme/door"));
    String sealed =
        jdbc.sql("SELECT webhook_secret FROM github_repositories").query(String.class).single();
    assertThat(box.open(Purpose.WEBHOOK_SECRET, sealed)).isEqualTo("sixteen letters!");
    assertThat(audited("github_repository_added"))
        .singleElement()
        .satisfies(row -> assertThat((String) row.get("metadata")).contains("acme/door"));
  }

  @Test
  void whatGithubDoesNotKnowIsNotTracked() {
    var admin = given.anAdmin();
    connected(admin, "boss");
    track(admin, "").statusCode(404).body("message", equalTo("Repository not found on GitHub"));
    assertThat(audited("github_repository_added")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TOO_MANY           | 429 | GitHub API rate limit exceeded. Please try again later.
          RATE_LIMITED       | 429 | GitHub API rate limit exceeded. Please try again later.
          DOWN               | 502 | GitHub request failed
          BROKEN_JSON        | 502 | GitHub request failed
          UNPROCESSABLE      | 502 | GitHub request failed
          REDIRECT_ELSEWHERE | 502 | GitHub request failed
          """)
  void badWeatherIsAnsweredWithinTheContract(Weather weather, int status, String message) {
    github.weather(weather, "/user/repos");
    as(dev).get("/github/repositories").then().statusCode(status).body("message", equalTo(message));
    as(dev).get("/github/status").then().body("connected", equalTo(true));
  }

  @Test
  void aRateLimitSaysWhenToComeBack() {
    github.weather(Weather.TOO_MANY, "/user/repos");
    as(dev)
        .get("/github/repositories")
        .then()
        .statusCode(429)
        .body("status", equalTo("error"))
        .header("Retry-After", equalTo("" + Weather.RETRY_AFTER));
  }

  @Test
  void aTokenThatGithubNoLongerAcceptsIsDropped() {
    github.revoke(token);
    as(dev)
        .get("/github/repositories")
        .then()
        .statusCode(401)
        .body("message", equalTo("GitHub account not connected"));
    as(dev)
        .get("/github/status")
        .then()
        .body("connected", equalTo(false))
        .body("username", equalTo(""));
    assertThat(audited("github_disconnected")).hasSize(1);
  }

  @Test
  void aTokenNeverTravelsToAnotherHost() {
    try (FakeGithub elsewhere = FakeGithub.start(0)) {
      github.redirectTo(elsewhere.url() + "/user/repos");
      github.weather(Weather.REDIRECT_ELSEWHERE, "/user/repos");
      as(dev).get("/github/repositories").then().statusCode(502);
      assertThat(elsewhere.calls()).isEmpty();
    }
  }
}
