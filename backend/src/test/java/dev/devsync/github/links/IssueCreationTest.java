package dev.devsync.github.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.devsync.fakegithub.FakeRepository;
import dev.devsync.fakegithub.Weather;
import dev.devsync.github.GithubHttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssueCreationTest extends GithubHttpTest {

  private TestUser dev;
  private TestTask task;
  private FakeRepository door;
  private int repo;

  @BeforeEach
  void aTaskAndARepository() {
    dev = given.aDeveloper();
    task = given.aTask("Fix the door", dev).assignedTo(dev).set("description", "It squeaks.");
    door = github.repository("acme/door");
    repo = given.aRepository("acme/door");
    connected(dev, "octocat");
  }

  private String onlyRepository() {
    return "{\"repo_id\": " + repo + "}";
  }

  private int links() {
    return jdbc.sql("SELECT count(*) FROM task_github_links").query(Integer.class).single();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tasks/{id}/github/create-issue",
        "/github/tasks/{id}/github/create-issue",
        "/tasks/{id}/github/issues"
      })
  void anIssueIsCreatedFromTheTaskAndLinkedWithIt(String path) {
    as(dev, onlyRepository())
        .post(path, task.id())
        .then()
        .statusCode(201)
        .body("message", equalTo("GitHub issue created successfully"))
        .body("issue.number", equalTo(1))
        .body("issue.id", greaterThan(5_000_000_000L))
        .body("issue.title", equalTo("Fix the door"))
        .body(
            "issue.body",
            equalTo("It squeaks.\n\nDevSync task: http://localhost:3000/tasks/" + task.id()))
        .body("issue.state", equalTo("open"))
        .body("issue.html_url", equalTo("https://github.com/acme/door/issues/1"))
        .body("link.issue_number", equalTo(1))
        .body("link.issue_title", equalTo("Fix the door"))
        .body("link.issue_state", equalTo("open"))
        .body("link.task_id", equalTo(task.id()));
    assertThat(audited("github_issue_created")).hasSize(1);
    assertThat(events("task.github_linked")).hasSize(1);
  }

  @Test
  void titleBodyLabelsAndAssigneesCanBeChosen() {
    as(
            dev,
            "{\"repo_id\": \"%d\", \"title\": \"T\", \"body\": \"B\", \"labels\": [\"bug\"], \"assignees\": [\"hubot\"]}"
                .formatted(repo))
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(201)
        .body("issue.title", equalTo("T"))
        .body("issue.body", equalTo("B"))
        .body("issue.labels.name", contains("bug"))
        .body("issue.assignees.login", contains("hubot"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                | Missing required fields
          {"repo_id": "x"}                  | Repository ID must be an integer
          {"repo_id": 1, "title": ""}       | title is invalid
          {"repo_id": 1, "title": 7}        | title is invalid
          {"repo_id": 1, "body": []}        | body is invalid
          {"repo_id": 1, "labels": "bug"}   | labels is invalid
          {"repo_id": 1, "assignees": [1]}  | assignees is invalid
          """)
  void badInputIsRefused(String json, String message) {
    as(dev, json)
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(400)
        .body("message", equalTo(message));
    assertThat(github.calls("POST /repos")).isZero();
  }

  @Test
  void textsThatAreTooLongAreRefused() {
    as(dev, "{\"repo_id\": %d, \"title\": \"%s\"}".formatted(repo, "x".repeat(256)))
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(400)
        .body("message", equalTo("title is invalid"));
    as(dev, "{\"repo_id\": %d, \"body\": \"%s\"}".formatted(repo, "x".repeat(65_537)))
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(400)
        .body("message", equalTo("body is invalid"));
  }

  @Test
  void onlyWhoMayUpdateTheTaskCreatesIssues() {
    as(given.aDeveloper(), onlyRepository())
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(404);
    var member = given.aDeveloper();
    task.in(given.aProject("House", dev).withMember(member));
    as(member, onlyRepository())
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("You can only update tasks assigned to you"));
    as(dev, "{\"repo_id\": 999999}")
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(404);
    assertThat(links()).isZero();
  }

  @Test
  void anAccountIsNeeded() {
    var lead = given.aTeamLead();
    as(lead, onlyRepository())
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(401)
        .body("message", equalTo("GitHub account not connected"));
    given.setting("github_integration_enabled", "false");
    as(dev, onlyRepository())
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(503);
  }

  @Test
  void aRepositoryThatIsMissingOrHasNoIssuesIsExplained() {
    int gone = given.aRepository("acme/gone");
    as(dev, "{\"repo_id\": " + gone + "}")
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(404)
        .body("message", equalTo("Repository not found on GitHub"));
    int odd = given.aRepository("odd");
    as(dev, "{\"repo_id\": " + odd + "}")
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(400)
        .body("message", containsString("Invalid repository name format"));
    door.withoutIssues();
    as(dev, onlyRepository())
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("GitHub refused to create the issue"));
    assertThat(links()).isZero();
  }

  @Test
  void anIssueWhoseAnswerWasLostIsFoundByWhoeverAsksAgain() {
    github.weather(Weather.ANSWER_LOST, "POST /repos/acme/door/issues");
    as(dev, onlyRepository())
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(502);
    github.weather(Weather.FAIR, "");
    for (int number = 1; number <= 2; number++) {
      as(dev, onlyRepository())
          .post("/tasks/{id}/github/create-issue", task.id())
          .then()
          .statusCode(201)
          .body("issue.number", equalTo(number))
          .body("link.issue_number", equalTo(number));
    }
    assertThat(links()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "FORBIDDEN, 403",
    "TOO_MANY, 429",
    "RATE_LIMITED, 429",
    "DOWN, 502",
    "UNPROCESSABLE, 502",
    "BROKEN_JSON, 502"
  })
  void badWeatherLinksNothing(Weather weather, int status) {
    github.weather(weather, "POST /repos/acme/door/issues");
    as(dev, onlyRepository())
        .post("/tasks/{id}/github/create-issue", task.id())
        .then()
        .statusCode(status);
    assertThat(links()).isZero();
    assertThat(audited("github_issue_created")).isEmpty();
  }
}
