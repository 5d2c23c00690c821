package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Actor;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TaskChangesTest extends HttpTest {

  @Autowired private TaskChanges taskChanges;

  private TestUser lead;
  private TestTask task;

  @BeforeEach
  void aTask() {
    lead = given.aTeamLead();
    task = given.aTask("Fuel", lead).set("progress", 40);
  }

  @Test
  void aChangeFromGithubIsMadeByNobodyAndSaysWhereItCameFrom() {
    TaskUpdated updated = taskChanges.apply(Actor.GITHUB, task.id(), TaskPatch.status("done")).orElseThrow();

    assertThat(updated.type()).isEqualTo("task.completed");
    assertThat(updated.before().status()).isEqualTo("todo");
    assertThat(updated.task().status()).isEqualTo("done");
    assertThat(updated.task().progress()).isEqualTo(40);
    assertThat(updated.changed("status")).isTrue();
    assertThat(updated.changed("progress")).isFalse();
    assertThat(audited("task_updated").getFirst())
        .containsEntry("actor_user_id", null)
        .hasEntrySatisfying("metadata", json -> assertThat(json.toString()).contains("\"source\":\"github\""));
    assertThat(events("task.completed").getFirst()).containsEntry("actor_id", null);
  }

  @Test
  void aChangeByTheSystemIsNotAscribedToGithub() {
    taskChanges.apply(Actor.SYSTEM, task.id(), TaskPatch.status("review"));

    assertThat(audited("task_updated").getFirst().get("metadata").toString()).doesNotContain("source");
  }

  @Test
  void whatChangesNothingOrIsMissingIsNotRecorded() {
    assertThat(taskChanges.apply(Actor.GITHUB, task.id(), TaskPatch.status("todo"))).isEmpty();
    assertThat(taskChanges.apply(Actor.GITHUB, task.id() + 1, TaskPatch.status("done"))).isEmpty();

    assertThat(audited("task_updated")).isEmpty();
  }
}
