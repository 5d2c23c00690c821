package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.fakegithub.Weather;
import dev.devsync.testing.TestTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest extends SyncTest {

  @ParameterizedTest
  @ValueSource(strings = {"done", "completed"})
  void completingATaskClosesItsIssues(String status) {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask task = linkedTask(1);
    link(task, 2);
    setStatus(task, status);
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("closed");
    assertThat(door.issue(2).state()).isEqualTo("closed");
    assertThat(state(task)).isEqualTo("closed");
    assertThat(syncEvents("close_issue"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).containsEntry("outcome", "done"));
  }

  @Test
  void reopeningATaskReopensItsIssue() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    setStatus(task, "done");
    awaitJobs();
    setStatus(task, "review");
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("open");
    assertThat(state(task)).isEqualTo("open");
    assertThat(door.issue(1).writes()).isEqualTo(2);
  }

  @Test
  void echoesOfOurOwnWritesChangeNothing() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    setStatus(task, "completed");
    awaitJobs();
    deliver(theOnlyDelivery()).statusCode(200).body("tasks_updated", equalTo(0));
    awaitJobs();
    assertThat(status(task)).isEqualTo("completed");
    assertThat(door.issue(1).writes()).isOne();
  }

  @Test
  void otherChangesOfATaskTellGithubNothing() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    as(dev, "{\"progress\": 100, \"title\": \"New\"}")
        .put("/tasks/{id}", task.id())
        .then()
        .statusCode(200);
    setStatus(task, "review");
    awaitJobs();
    as(dev).delete("/tasks/{id}", task.id()).then().statusCode(200);
    assertThat(github.calls("PATCH")).isZero();
    assertThat(syncEvents("close_issue")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DOWN", "BROKEN_JSON", "REDIRECT_ELSEWHERE", "TOO_MANY", "RATE_LIMITED"})
  void badWeatherOnlyDelaysAWrite(Weather weather) {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.weather(weather, "PATCH");
    setStatus(task, "done");
    await().until(() -> syncEvents("close_issue").getFirst().get("next_attempt_at") != null);
    assertThat(status(task)).isEqualTo("done");
    assertThat(door.issue(1).state()).isEqualTo("open");
    github.weather(Weather.FAIR, "");
    hurry();
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("closed");
    assertThat(syncEvents("close_issue"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("outcome", "done"));
  }

  /** Lets the waiting time of jobs pass. */
  private void hurry() {
    jdbc.sql("UPDATE ops.github_write_pace SET next_at = next_at - interval '1 day'").update();
    jdbc.sql(
            "UPDATE ops.scheduled_tasks SET execution_time = now() WHERE task_name = 'github-write'")
        .update();
  }

  @Test
  void aWriteThatArrivedAlthoughItsAnswerWasLostIsNotRepeated() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.weather(Weather.DOWN, "PATCH");
    setStatus(task, "done");
    await().until(() -> syncEvents("close_issue").getFirst().get("next_attempt_at") != null);
    github.setState(door, 1, "closed", "octocat");
    github.weather(Weather.FAIR, "");
    hurry();
    awaitJobs();
    assertThat(state(task)).isEqualTo("closed");
    assertThat(door.issue(1).writes()).isZero();
  }

  @Test
  void aNewerChangeTakesThePlaceOfAWaitingWrite() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.weather(Weather.DOWN, "PATCH");
    setStatus(task, "done");
    await().until(() -> syncEvents("close_issue").getFirst().get("next_attempt_at") != null);
    setStatus(task, "todo");
    github.weather(Weather.FAIR, "");
    hurry();
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("open");
    assertThat(door.issue(1).writes()).isZero();
    assertThat(syncEvents("close_issue").getFirst())
        .containsEntry("reason", "replaced by a newer change");
    assertThat(syncEvents("reopen_issue").getFirst())
        .containsEntry("reason", "the issue is open already");
  }

  @Test
  void withoutAnyTokenAWriteIsSkippedVisibly() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    jdbc.sql("DELETE FROM github_tokens").update();
    setStatus(task, "done");
    awaitJobs();
    assertThat(syncEvents("close_issue"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("outcome", "skipped"))
        .satisfies(row -> assertThat((String) row.get("reason")).contains("nobody concerned"));
  }

  @Test
  void theTokenOfWhoeverMadeTheLinkStandsInForTheCallers() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    var lead = given.aTeamLead();
    as(lead, "{\"status\": \"done\"}").put("/tasks/{id}", task.id()).then().statusCode(200);
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("closed");
  }

  @Test
  void aRevokedTokenIsDroppedAndAnotherIsTried() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    var lead = given.aTeamLead();
    github.revoke(connected(lead, "boss"));
    as(lead, "{\"status\": \"done\"}").put("/tasks/{id}", task.id()).then().statusCode(200);
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("closed");
    as(lead).get("/github/status").then().body("connected", equalTo(false));
  }

  @Test
  void anIssueThatIsGoneIsForgotten() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.delete(door, 1, "octocat");
    setStatus(task, "done");
    awaitJobs();
    assertThat(state(task)).isNull();
    assertThat(syncEvents("close_issue").getFirst())
        .containsEntry("reason", "the issue is gone from GitHub");
    setStatus(task, "todo");
    awaitJobs();
    assertThat(syncEvents("reopen_issue")).isEmpty();
  }

  @Test
  void whatGithubFindsSenselessIsSetAside() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.weather(Weather.UNPROCESSABLE, "PATCH");
    setStatus(task, "done");
    awaitJobs();
    assertThat(syncEvents("close_issue").getFirst()).containsEntry("outcome", "failed");
  }

  @Test
  void linkingIsAnnouncedOnTheIssueOnceAndItsStateIsRead() {
    door.open("Squeaks", "octocat");
    github.setState(door, 1, "closed", "octocat");
    TestTask task = given.aTask("Fix [the] door, @everybody", dev).assignedTo(dev);
    for (int i = 0; i < 2; i++) {
      as(dev, "{\"repo_id\": " + repo + ", \"issue_number\": 1}")
          .post("/tasks/{id}/github", task.id())
          .then()
          .statusCode(200);
      awaitJobs();
    }
    assertThat(door.issue(1).comments())
        .singleElement()
        .asString()
        .contains(
            "task #" + task.id(), "http://localhost:3000/tasks/" + task.id(), "Fix \\[the\\] door")
        .doesNotContain("@everybody");
    assertThat(state(task)).isEqualTo("closed");
    assertThat(status(task)).isEqualTo("todo");
  }
}
