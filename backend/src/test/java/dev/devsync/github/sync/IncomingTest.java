package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.TestTask;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncomingTest extends SyncTest {

  @Test
  void closingAnIssueCompletesItsTask() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery())
        .statusCode(200)
        .body("message", equalTo("Webhook processed"))
        .body("tasks_updated", equalTo(1));
    assertThat(status(task)).isEqualTo("done");
    assertThat(state(task)).isEqualTo("closed");
    assertThat(audited("task_updated"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("actor_user_id")).isNull())
        .satisfies(row -> assertThat((String) row.get("metadata")).contains("github"));
    assertThat(events("task.completed"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("actor_id")).isNull());
    awaitJobs();
    assertThat(github.calls("PATCH")).isZero();
  }

  @Test
  void reopeningAnIssueReopensItsTask() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery());
    github.setState(door, 1, "open", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
    assertThat(status(task)).isEqualTo("in_progress");
  }

  @Test
  void aTaskIsCompleteWhenAllItsIssuesAreClosed() {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask task = linkedTask(1);
    link(task, 2);
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(0));
    awaitJobs();
    assertThat(status(task)).isEqualTo("todo");
    assertThat(door.issue(2).state()).isEqualTo("open");
    github.setState(door, 2, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
    assertThat(status(task)).isEqualTo("done");
  }

  @Test
  void reopeningOneIssueReopensTheTaskAndItsOtherIssues() {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask task = linkedTask(1);
    link(task, 2);
    setStatus(task, "done");
    awaitJobs();
    github.deliveries();
    github.setState(door, 1, "open", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
    awaitJobs();
    assertThat(status(task)).isEqualTo("in_progress");
    assertThat(door.issue(2).state()).isEqualTo("open");
  }

  @Test
  void allTasksLinkedWithAnIssueFollow() {
    door.open("One", "octocat");
    TestTask first = linkedTask(1);
    TestTask second = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(2));
    assertThat(List.of(status(first), status(second))).containsOnly("done");
  }

  @Test
  void aFirstSightOnlyCountsIfTheIssueIsClosed() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1).withStatus("done");
    jdbc.sql("UPDATE task_github_links SET issue_state = NULL").update();
    github.setTitle(door, 1, "Uno", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(0));
    assertThat(status(task)).isEqualTo("done");
    assertThat(state(task)).isEqualTo("open");
    task.withStatus("todo");
    jdbc.sql("UPDATE task_github_links SET issue_state = NULL").update();
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
  }

  @Test
  void aTitleIsFollowed() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.setTitle(door, 1, "Uno", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(0));
    as(dev)
        .get("/tasks/{id}/github", task.id())
        .then()
        .body("links[0].issue_title", equalTo("Uno"));
  }

  @Test
  void aDeletedIssueIsForgottenAndHoldsNothingUp() {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask task = linkedTask(1);
    link(task, 2);
    github.delete(door, 1, "octocat");
    deliver(theOnlyDelivery()).statusCode(200);
    as(dev).get("/tasks/{id}/github", task.id()).then().body("links[0].issue_state", nullValue());
    github.setState(door, 2, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
  }

  @Test
  void newsIsHeededWhileTheIntegrationIsSwitchedOff() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    given.setting("github_integration_enabled", "false");
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).statusCode(200).body("tasks_updated", equalTo(1));
    assertThat(status(task)).isEqualTo("done");
  }
}
