package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskDetailTest extends HttpTest {

  private TestUser lead;
  private TestTask task;

  @BeforeEach
  void aTask() {
    lead = given.aTeamLead();
    task = given.aTask("Fuel", lead);
  }

  @Test
  void aTaskHasItsFieldsAndAnEmptyListOfLinks() {
    as(lead)
        .get("/tasks/" + task.id())
        .then()
        .statusCode(200)
        .body("task.id", equalTo(task.id()))
        .body("task.title", equalTo("Fuel"))
        .body("task.creator_name", equalTo(lead.name()))
        .body("task.assignee_name", nullValue())
        .body("task.github_links", empty())
        .body("task", not(hasKey("task")));
  }

  @Test
  void linksToGithubComeAlongInTheOrderTheyWereMade() {
    int repository = given.aRepository("devsync/rocket");
    jdbc.sql(
            "INSERT INTO task_github_links (task_id, repo_id, issue_number, issue_title, issue_state)"
                + " VALUES (?, ?, 7, 'Leak', 'open')")
        .params(task.id(), repository)
        .update();
    jdbc.sql(
            "INSERT INTO task_github_links (task_id, repo_id, pull_request_number, pull_request_title, created_at)"
                + " VALUES (?, ?, 8, 'Seal it', NULL)")
        .params(task.id(), repository)
        .update();

    as(lead)
        .get("/tasks/" + task.id())
        .then()
        .body("task.github_links.task_id", contains(task.id(), task.id()))
        .body("task.github_links.repo_id", contains(repository, repository))
        .body("task.github_links.repo_name", contains("devsync/rocket", "devsync/rocket"))
        .body("task.github_links[0].repo_url", equalTo("https://github.com/devsync/rocket"))
        .body("task.github_links.issue_number", contains(7, null))
        .body("task.github_links.issue_title", contains("Leak", null))
        .body("task.github_links.issue_state", contains("open", null))
        .body("task.github_links.pull_request_number", contains(null, 8))
        .body("task.github_links.pull_request_title", contains(null, "Seal it"))
        .body("task.github_links[1].created_at", nullValue());
  }

  @Test
  void aTaskOneMayNotSeeDoesNotExist() {
    as(given.aDeveloper())
        .get("/tasks/" + task.id())
        .then()
        .statusCode(404)
        .body("status", equalTo("error"))
        .body("message", equalTo("Resource not found"))
        .body("error", equalTo("404 Not Found: There is nothing here, or nothing you may see."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999999", "99999999999", "abc", "-1", "1.5", "bulk"})
  void whatIsNoTaskIsNotFound(String id) {
    int status = as(lead).get("/tasks/" + id).statusCode();

    assertThat(status).isEqualTo(id.equals("bulk") ? 405 : 404);
  }

  @Test
  void readingTakesTheSameStatementsWhateverTheNumberOfLinks() {
    int withNone = statementsOf(() -> as(lead).get("/tasks/" + task.id()).then().statusCode(200));
    int repository = given.aRepository("devsync/rocket");
    for (int n = 1; n <= 100; n++) {
      jdbc.sql("INSERT INTO task_github_links (task_id, repo_id, issue_number) VALUES (?, ?, ?)")
          .params(task.id(), repository, n)
          .update();
    }

    assertThat(statementsOf(() -> as(lead).get("/tasks/" + task.id()).then().statusCode(200)))
        .isEqualTo(withNone);
  }
}
