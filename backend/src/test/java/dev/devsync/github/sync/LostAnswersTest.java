package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.fakegithub.FakeDelivery;
import dev.devsync.fakegithub.Weather;
import dev.devsync.testing.TestTask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls that reached GitHub although nobody here knows it. */
class LostAnswersTest extends SyncTest {

  private TestTask announcedTask(int issue) {
    TestTask task = given.aTask("Fix the door", dev).assignedTo(dev);
    as(dev, "{\"repo_id\": " + repo + ", \"issue_number\": " + issue + "}")
        .post("/tasks/{id}/github", task.id())
        .then()
        .statusCode(200);
    return task;
  }

  private void awaitAFailedAttempt(String action) {
    await().until(() -> syncEvents(action).getLast().get("next_attempt_at") != null);
  }

  private void retry(String action) {
    as(given.aTeamLead())
        .post("/github/sync/events/{id}/retry", syncEvents(action).getLast().get("id"))
        .then()
        .statusCode(200);
    awaitJobs();
  }

  /** What a server leaves behind that dies before it writes down that it is done. */
  private void endBeforeItWasWrittenDown(String action) {
    jdbc.sql("UPDATE ops.github_sync_events SET outcome = 'waiting', attempts = 0 WHERE action = ?")
        .param(action)
        .update();
  }

  private void hurry() {
    jdbc.sql("UPDATE ops.github_write_pace SET next_at = next_at - interval '1 day'").update();
    jdbc.sql(
            "UPDATE ops.scheduled_tasks SET execution_time = now() WHERE task_name = 'github-write'")
        .update();
  }

  @Test
  void aCommentWhoseAnswerWasLostIsNotRepeatedByHand() {
    door.open("One", "octocat");
    github.weather(Weather.ANSWER_LOST, "POST /repos/acme/door/issues/1/comments");
    announcedTask(1);
    awaitAFailedAttempt("announce_link");
    github.weather(Weather.FAIR, "");
    retry("announce_link");
    assertThat(door.issue(1).comments()).hasSize(1);
    assertThat(syncEvents("announce_link").getFirst()).containsEntry("outcome", "done");
  }

  @Test
  void aCommentIsNotRepeatedByAServerThatDiedBeforeItWroteDownTheFirst() {
    door.open("One", "octocat");
    announcedTask(1);
    awaitJobs();
    endBeforeItWasWrittenDown("announce_link");
    retry("announce_link");
    assertThat(door.issue(1).comments()).hasSize(1);
  }

  @Test
  void aStateIsNotWrittenAgainByAServerThatDiedBeforeItWroteDownTheFirst() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    setStatus(task, "done");
    awaitJobs();
    endBeforeItWasWrittenDown("close_issue");
    jdbc.sql("UPDATE task_github_links SET issue_state = 'open'").update();
    retry("close_issue");
    assertThat(door.issue(1).writes()).isOne();
    assertThat(state(task)).isEqualTo("closed");
    assertThat(syncEvents("close_issue").getFirst()).containsEntry("outcome", "done");
  }

  @Test
  void aCommentIsFoundAmongManyOthers() {
    door.open("One", "octocat");
    for (int i = 0; i < 120; i++) {
      door.issue(1).comment("Comment " + i);
    }
    github.weather(Weather.ANSWER_LOST, "POST /repos/acme/door/issues/1/comments");
    announcedTask(1);
    awaitAFailedAttempt("announce_link");
    github.weather(Weather.FAIR, "");
    hurry();
    awaitJobs();
    assertThat(door.issue(1).comments()).hasSize(121);
  }

  @Test
  void aLostAnswerDoesNotUndoANewerChangeOfTheTask() throws Exception {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.weather(Weather.ANSWER_LOST, "PATCH");
    setStatus(task, "done");
    awaitAFailedAttempt("close_issue");
    assertThat(door.issue(1).state()).isEqualTo("closed");
    List<FakeDelivery> echo = github.deliveries();
    setStatus(task, "todo");
    github.weather(Weather.FAIR, "");
    hurry();
    awaitJobs();
    deliver(echo.getFirst()).statusCode(200);
    polling.poll();
    assertThat(status(task)).isEqualTo("todo");
    assertThat(door.issue(1).state()).isEqualTo("open");
    assertThat(state(task)).isEqualTo("open");
  }

  @Test
  void theEchoOfAWriteWhoseAnswerWasLostDoesNotUndoANewerChangeOfTheTask() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.weather(Weather.ANSWER_LOST, "PATCH");
    setStatus(task, "done");
    awaitAFailedAttempt("close_issue");
    github.weather(Weather.DOWN, "/issues/1");
    setStatus(task, "todo");
    deliver(theOnlyDelivery()).statusCode(200);
    github.weather(Weather.FAIR, "");
    hurry();
    awaitJobs();
    assertThat(status(task)).isEqualTo("todo");
    assertThat(door.issue(1).state()).isEqualTo("open");
  }

  @Test
  void aWriteThatCannotEvenBeAskedForWaitsVisibly() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    jdbc.sql("UPDATE github_repositories SET repo_name = 'acme/the door'").update();
    setStatus(task, "done");
    awaitAFailedAttempt("close_issue");
    Map<String, Object> event = syncEvents("close_issue").getFirst();
    assertThat(event).containsEntry("outcome", "waiting").containsEntry("attempts", 1);
    assertThat((String) event.get("reason")).contains("the write failed");
    jdbc.sql("UPDATE github_repositories SET repo_name = 'acme/door'").update();
    hurry();
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("closed");
  }
}
