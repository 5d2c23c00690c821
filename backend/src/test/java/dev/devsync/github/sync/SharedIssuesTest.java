package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestTask;
import org.junit.jupiter.api.Test;

/** One issue that several tasks are linked with. */
class SharedIssuesTest extends SyncTest {

  @Test
  void whatLinkingBringsToLightIsNewsToTasksLinkedBefore() {
    door.open("One", "octocat");
    TestTask first = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    github.deliveries();
    TestTask second = given.aTask("Paint the door", dev).assignedTo(dev);
    as(dev, "{\"repo_id\": " + repo + ", \"issue_number\": 1}")
        .post("/tasks/{id}/github", second.id())
        .then()
        .statusCode(200);
    awaitJobs();
    assertThat(status(first)).isEqualTo("done");
    assertThat(status(second)).isEqualTo("todo");
    assertThat(state(second)).isEqualTo("closed");
  }

  @Test
  void completingOneTaskCompletesAllThatShareItsIssueWithOneWrite() {
    door.open("One", "octocat");
    TestTask first = linkedTask(1);
    TestTask second = linkedTask(1);
    setStatus(first, "done");
    awaitJobs();
    assertThat(status(second)).isEqualTo("done");
    assertThat(door.issue(1).writes()).isOne();
  }
}
