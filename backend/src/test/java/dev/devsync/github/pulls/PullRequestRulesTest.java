package dev.devsync.github.pulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.fakegithub.FakeDelivery;
import dev.devsync.testing.TestTask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullRequestRulesTest extends PullsTest {

  private static final String ALL =
      """
      {"opened": "in_progress", "review_requested": "review", "merged": "done", "closed": "todo"}""";

  @Test
  void withoutRulesPullRequestsChangeNoTask() {
    TestTask task = aTask();
    int number = opened("DS-" + task.id());
    github.requestReview(door, number, "octocat");
    github.finish(door, number, true, "octocat");
    assertThat(deliverAll()).isZero();
    assertThat(status(task)).isEqualTo("todo");
  }

  @Test
  void aTaskFollowsItsPullRequestStepByStep() {
    rules(ALL);
    TestTask task = aTask();
    int number = opened("DS-" + task.id());
    assertThat(status(task)).isEqualTo("in_progress");
    github.requestReview(door, number, "octocat");
    assertThat(deliverAll()).isOne();
    assertThat(status(task)).isEqualTo("review");
    github.requestReview(door, number);
    assertThat(deliverAll()).isZero();
    assertThat(status(task)).isEqualTo("review");
    github.finish(door, number, false, "octocat");
    assertThat(deliverAll()).isOne();
    assertThat(status(task)).isEqualTo("todo");
    github.reopen(door, number, "octocat");
    assertThat(deliverAll()).isOne();
    assertThat(status(task)).isEqualTo("in_progress");
    github.finish(door, number, true, "octocat");
    assertThat(deliverAll()).isOne();
    assertThat(status(task)).isEqualTo("done");
    assertThat(syncEvents("move_task")).hasSize(5);
    assertThat(audited("task_updated"))
        .hasSize(5)
        .allSatisfy(row -> assertThat((String) row.get("metadata")).contains("github"));
  }

  @Test
  void aTaskIsCompleteWhenAllItsPullRequestsAreMergedOrClosed() {
    rules("{\"merged\": \"done\"}");
    TestTask task = aTask();
    int first = opened("DS-" + task.id());
    int second = opened("More of DS-" + task.id());
    int third = opened("Still more of DS-" + task.id());
    github.finish(door, first, true, "octocat");
    github.finish(door, second, true, "octocat");
    assertThat(deliverAll()).isZero();
    assertThat(status(task)).isEqualTo("todo");
    assertThat(syncEvents("move_task"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).containsEntry("outcome", "skipped"));
    github.finish(door, third, false, "octocat");
    assertThat(deliverAll()).isOne();
    assertThat(status(task)).isEqualTo("done");
  }

  @Test
  void closingWithoutMergingCompletesNothingByItself() {
    rules("{\"merged\": \"done\"}");
    TestTask task = aTask();
    github.finish(door, opened("DS-" + task.id()), false, "octocat");
    assertThat(deliverAll()).isZero();
    assertThat(status(task)).isEqualTo("todo");
  }

  @Test
  void closingWordsMayBeAskedFor() {
    rules("{\"merged\": \"done\", \"closing_words_only\": true}");
    TestTask fixed = aTask();
    TestTask mentioned = aTask();
    int number = opened("Fixes DS-%d, see DS-%d".formatted(fixed.id(), mentioned.id()));
    github.finish(door, number, true, "octocat");
    assertThat(deliverAll()).isOne();
    assertThat(status(fixed)).isEqualTo("done");
    assertThat(status(mentioned)).isEqualTo("todo");
  }

  @Test
  void aCompleteTaskIsNotBroughtBackToWork() {
    rules(ALL);
    TestTask task = aTask().withStatus("done");
    int number = opened("Follow-up of DS-" + task.id());
    github.finish(door, number, false, "octocat");
    assertThat(deliverAll()).isZero();
    assertThat(status(task)).isEqualTo("done");
  }

  @Test
  void whatHappenedBeforeTheRulesMovesNothing() {
    TestTask task = aTask();
    int number = opened("DS-" + task.id());
    github.finish(door, number, true, "octocat");
    rules(ALL);
    jdbc.sql("UPDATE ops.github_pull_request_rules SET since = since + interval '2 minutes'")
        .update();
    assertThat(deliverAll()).isZero();
    assertThat(status(task)).isEqualTo("todo");
  }

  @Test
  void aTaskThatARuleCompletesClosesItsIssues() {
    rules("{\"merged\": \"done\"}");
    door.open("Squeaks", "octocat");
    TestTask task = linkedTask(1);
    github.finish(door, opened("DS-" + task.id()), true, "octocat");
    deliverAll();
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("closed");
    assertThat(door.issue(1).writes()).isOne();
  }

  @Test
  void repeatedReorderedAndLostNewsEndsInTheSameState() {
    rules(ALL);
    TestTask task = aTask();
    int number = opened("DS-" + task.id());
    github.requestReview(door, number, "octocat");
    github.finish(door, number, true, "octocat");
    List<FakeDelivery> all = github.deliveries();
    deliver(all.getLast()).body("tasks_updated", equalTo(1));
    deliver(all.getFirst()).body("message", equalTo("Event ignored"));
    deliver(all.getLast()).body("message", equalTo("Duplicate delivery ignored"));
    assertThat(status(task)).isEqualTo("done");
    TestTask other = aTask();
    int lost = opened("DS-" + other.id());
    jdbc.sql("INSERT INTO ops.github_pull_request_polls (repo_id, tracked_by) VALUES (?, ?)")
        .params(repo, dev.id())
        .update();
    github.finish(door, lost, true, "octocat");
    github.deliveries();
    pullPolling.poll();
    assertThat(status(other)).isEqualTo("done");
  }

  @Test
  void aPullRequestThatSomebodyLinkedByHandIsLookedUp() {
    rules("{\"merged\": \"done\"}");
    door.openPullRequest("Oil", "main", "hubot");
    door.openPullRequest("More oil", "main", "hubot");
    TestTask task = aTask().assignedTo(dev);
    for (int number : List.of(1, 2, 3)) {
      as(dev, "{\"repo_id\": %d, \"pull_request_number\": %d}".formatted(repo, number))
          .post("/tasks/{id}/github", task.id())
          .then()
          .statusCode(200);
    }
    awaitJobs();
    pullPolling.poll();
    assertThat(status(task)).isEqualTo("todo");
    github.finish(door, 1, true, "octocat");
    assertThat(deliverAll()).isZero();
    github.finish(door, 2, true, "octocat");
    assertThat(deliverAll()).isOne();
    assertThat(status(task)).isEqualTo("done");
  }

  @Test
  void managersReadAndChangeTheRulesOfTrackedRepositories() {
    var lead = given.aTeamLead();
    String path = "/github/repositories/" + repo + "/pull-request-rules";
    as(lead)
        .get(path)
        .then()
        .statusCode(200)
        .body("rules.merged", nullValue())
        .body("rules.closing_words_only", equalTo(false))
        .body("rules.project_ids", empty());
    as(dev).get(path).then().statusCode(403);
    as(dev, ALL).put(path).then().statusCode(403);
    as(lead, ALL).put(path).then().statusCode(200).body("rules.merged", equalTo("done"));
    as(lead, ALL).put(path).then().statusCode(200);
    as(given.anAdmin()).get(path).then().body("rules.review_requested", equalTo("review"));
    assertThat(audited("github_rules_updated")).hasSize(1);
    as(lead, "{}").put(path).then().statusCode(200).body("rules.merged", nullValue());
    as(lead).get("/github/repositories/999999/pull-request-rules").then().statusCode(404);
    as(lead, ALL).put("/github/repositories/999999/pull-request-rules").then().statusCode(404);
    jdbc.sql("UPDATE github_repositories SET tracked = false").update();
    as(lead, ALL)
        .put(path)
        .then()
        .statusCode(409)
        .body("message", equalTo("Only tracked repositories can have rules"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"opened": "gone"}             | 400 | opened is invalid
          {"review_requested": 7}        | 400 | review_requested is invalid
          {"merged": ""}                 | 400 | merged is invalid
          {"closed": ["done"]}           | 400 | closed is invalid
          {"closing_words_only": "yes"}  | 400 | closing_words_only is invalid
          {"project_ids": "all"}         | 400 | project_ids is invalid
          {"project_ids": [999999]}      | 404 | Project not found
          """)
  void badRulesAreRefused(String json, int status, String message) {
    as(given.aTeamLead(), json)
        .put("/github/repositories/{id}/pull-request-rules", repo)
        .then()
        .statusCode(status)
        .body("message", equalTo(message));
    assertThat(audited("github_rules_updated")).isEmpty();
  }
}
