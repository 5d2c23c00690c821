package dev.devsync.github.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.github.GithubHttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskLinksTest extends GithubHttpTest {

  private TestUser dev;
  private TestTask task;
  private int repo;

  @BeforeEach
  void aTaskAndARepository() {
    dev = given.aDeveloper();
    task = given.aTask("Fix the door", given.aTeamLead()).assignedTo(dev);
    repo = given.aRepository("acme/door");
  }

  private int link(String fields) {
    return as(dev, "{\"repo_id\": " + repo + fields + "}")
        .post("/tasks/{id}/github", task.id())
        .then()
        .statusCode(200)
        .extract()
        .path("link.id");
  }

  private int stored() {
    return jdbc.sql("SELECT count(*) FROM task_github_links").query(Integer.class).single();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks/{id}/github", "/github/tasks/{id}/github"})
  void aTaskIsLinkedWithAnIssueOnBothPaths(String path) {
    String body =
        """
        {"repo_id": "%d", "repo_name": "acme/door", "issue_id": 5123456789, "issue_number": "7", "issue_title": "Door squeaks"}
        """
            .formatted(repo);
    as(dev, body)
        .post(path, task.id())
        .then()
        .statusCode(200)
        .body("message", equalTo("Task linked with GitHub successfully"))
        .body("link.task_id", equalTo(task.id()))
        .body("link.repo_id", equalTo(repo))
        .body("link.repo_name", equalTo("acme/door"))
        .body("link.repo_url", equalTo("https://github.com/acme/door"))
        .body("link.issue_number", equalTo(7))
        .body("link.pull_request_number", nullValue())
        .body("link.issue_title", equalTo("Door squeaks"))
        .body("link.issue_state", nullValue())
        .body("link.created_at", notNullValue());
    as(dev).get(path, task.id()).then().statusCode(200).body("links.issue_number", contains(7));
    assertThat(audited("task_github_linked"))
        .singleElement()
        .extracting(row -> row.get("metadata"))
        .asString()
        .contains(
            "\"repo_name\":\"acme/door\"", "\"issue_number\":7", "\"pull_request_number\":null");
    assertThat(events("task.github_linked")).hasSize(1);
  }

  @Test
  void theSameLinkAgainChangesNothing() {
    int first = link(", \"issue_number\": 7, \"issue_title\": \"First\"");
    int again = link(", \"issue_number\": 7, \"issue_title\": \"Second\"");
    assertThat(again).isEqualTo(first);
    assertThat(stored()).isOne();
    assertThat(audited("task_github_linked")).hasSize(1);
    as(dev)
        .get("/tasks/{id}/github", task.id())
        .then()
        .body("links.issue_title", contains("First"));
  }

  @Test
  void anIssueAndAPullRequestShareALink() {
    int issue = link(", \"issue_number\": 7");
    int pull = link(", \"pull_request_number\": 9, \"pull_request_title\": \"Oil the hinge\"");
    assertThat(pull).isEqualTo(issue);
    as(dev)
        .get("/tasks/{id}/github", task.id())
        .then()
        .body("links", hasSize(1))
        .body("links[0].issue_number", equalTo(7))
        .body("links[0].pull_request_number", equalTo(9))
        .body("links[0].pull_request_title", equalTo("Oil the hinge"));
    assertThat(link(", \"issue_number\": 7, \"pull_request_number\": 9")).isEqualTo(issue);
    assertThat(audited("task_github_linked")).hasSize(2);
  }

  @Test
  void aSecondIssueOfARepositoryGetsALinkOfItsOwn() {
    int first = link(", \"issue_number\": 7");
    int second = link(", \"issue_number\": 8");
    assertThat(second).isNotEqualTo(first);
    as(dev).get("/tasks/{id}/github", task.id()).then().body("links.issue_number", contains(7, 8));
  }

  @Test
  void aRepositoryAloneCanBeLinkedAndFilledLater() {
    int repository = link(", \"issue_number\": 0, \"pull_request_number\": \"\"");
    assertThat(link("")).isEqualTo(repository);
    assertThat(link(", \"issue_number\": 3")).isEqualTo(repository);
    assertThat(link("")).isNotEqualTo(repository);
  }

  @Test
  void ofManyEqualRequestsAtOnceOneLinks() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          executor.invokeAll(
              IntStream.range(0, 6)
                  .<Callable<Integer>>mapToObj(n -> () -> link(", \"issue_number\": 7"))
                  .toList());
      for (var answer : answers) {
        answer.get();
      }
    }
    assertThat(stored()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                   | Missing required fields
          {"repo_id": null}                                    | Missing required fields
          {"repo_id": ""}                                      | Missing required fields
          {"repo_id": "x"}                                     | Repository ID must be an integer
          {"repo_id": 1.5}                                     | Repository ID must be an integer
          {"repo_id": 1, "issue_number": "x"}                  | Issue number must be an integer
          {"repo_id": 1, "issue_number": -1}                   | Issue number must be an integer
          {"repo_id": 1, "pull_request_number": []}            | Pull request number must be an integer
          {"repo_id": 1, "issue_title": 5}                     | issue_title is invalid
          {"repo_id": 1, "pull_request_title": {}}             | pull_request_title is invalid
          """)
  void badInputIsRefused(String json, String message) {
    as(dev, json)
        .post("/tasks/{id}/github", task.id())
        .then()
        .statusCode(400)
        .body("message", equalTo(message));
    assertThat(stored()).isZero();
  }

  @Test
  void aTitleThatIsTooLongIsCut() {
    link(", \"issue_number\": 1, \"issue_title\": \"" + "ä".repeat(300) + "\"");
    as(dev)
        .get("/tasks/{id}/github", task.id())
        .then()
        .body("links[0].issue_title", equalTo("ä".repeat(255)));
  }

  @Test
  void whatIsMissingIsNotFound() {
    String body = "{\"repo_id\": " + repo + "}";
    as(dev, body)
        .post("/tasks/999999/github")
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
    as(dev, "{\"repo_id\": 999999}").post("/tasks/{id}/github", task.id()).then().statusCode(404);
    as(dev).get("/tasks/999999/github").then().statusCode(404);
    as(dev).delete("/tasks/{id}/github/999999", task.id()).then().statusCode(404);
  }

  @Test
  void anInvisibleTaskDoesNotExist() {
    int link = link(", \"issue_number\": 7");
    var stranger = given.aDeveloper();
    as(stranger).get("/tasks/{id}/github", task.id()).then().statusCode(404);
    as(stranger, "{\"repo_id\": " + repo + "}")
        .post("/tasks/{id}/github", task.id())
        .then()
        .statusCode(404);
    as(stranger).delete("/tasks/{id}/github/{link}", task.id(), link).then().statusCode(404);
    assertThat(stored()).isOne();
  }

  @Test
  void whoSeesATaskWithoutBeingItsAssigneeReadsItsLinksOnly() {
    int link = link(", \"issue_number\": 7");
    var member = given.aDeveloper();
    task.in(given.aProject("House", dev).withMember(member));
    as(member)
        .get("/tasks/{id}/github", task.id())
        .then()
        .statusCode(200)
        .body("links", hasSize(1));
    as(member, "{\"repo_id\": " + repo + ", \"issue_number\": 8}")
        .post("/tasks/{id}/github", task.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("You can only update tasks assigned to you"));
    as(member)
        .delete("/tasks/{id}/github/{link}", task.id(), link)
        .then()
        .statusCode(403)
        .body("message", equalTo("You can only update tasks assigned to you"));
    assertThat(stored()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks/{id}/github/{link}", "/github/tasks/{id}/github/{link}"})
  void aLinkIsRemovedOnBothPaths(String path) {
    int link = link(", \"issue_number\": 7");
    as(dev)
        .delete(path, task.id(), link)
        .then()
        .statusCode(200)
        .body("message", equalTo("GitHub link removed from task"));
    as(dev).get("/tasks/{id}/github", task.id()).then().body("links", empty());
    assertThat(audited("task_github_unlinked")).hasSize(1);
    assertThat(events("task.github_unlinked"))
        .singleElement()
        .extracting(row -> row.get("json"))
        .asString()
        .contains("\"issue_number\":7");
  }

  @Test
  void aLinkOfAnotherTaskIsNotRemoved() {
    int link = link(", \"issue_number\": 7");
    var other = given.aTask("Other", dev).assignedTo(dev);
    as(dev)
        .delete("/tasks/{id}/github/{link}", other.id(), link)
        .then()
        .statusCode(400)
        .body("message", equalTo("Link does not belong to this task"));
    assertThat(stored()).isOne();
  }

  @Test
  void aSwitchedOffIntegrationStillShowsAndRemovesLinks() {
    int link = link(", \"issue_number\": 7");
    given.setting("github_integration_enabled", "false");
    as(dev, "{\"repo_id\": " + repo + ", \"issue_number\": 8}")
        .post("/tasks/{id}/github", task.id())
        .then()
        .statusCode(503)
        .body("error", equalTo("GitHub integration is disabled"));
    as(dev).get("/tasks/{id}/github", task.id()).then().statusCode(200).body("links", not(empty()));
    as(dev).delete("/tasks/{id}/github/{link}", task.id(), link).then().statusCode(200);
  }

  @Test
  void listingLinksTakesTheSameStatementsHoweverManyThereAre() {
    link(", \"issue_number\": 1");
    int one =
        statementsOf(() -> as(dev).get("/tasks/{id}/github", task.id()).then().statusCode(200));
    jdbc.sql(
            "INSERT INTO task_github_links (task_id, repo_id, issue_number) VALUES "
                + IntStream.rangeClosed(2, 100)
                    .mapToObj(n -> "(%d, %d, %d)".formatted(task.id(), repo, n))
                    .collect(Collectors.joining(",")))
        .update();
    List<Integer> numbers = new java.util.ArrayList<>();
    int hundred =
        statementsOf(
            () ->
                numbers.addAll(
                    as(dev)
                        .get("/tasks/{id}/github", task.id())
                        .then()
                        .extract()
                        .path("links.id")));
    assertThat(numbers).hasSize(100);
    assertThat(hundred).isEqualTo(one);
  }
}
