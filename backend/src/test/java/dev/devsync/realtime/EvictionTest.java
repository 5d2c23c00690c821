package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.platform.access.Actor;
import dev.devsync.projects.ProjectRemoval;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who loses a right leaves the rooms it opened. */
class EvictionTest extends LiveTest {

  @Autowired private ProjectRemoval removal;
  @Autowired private LiveSessions sessions;
  @Autowired private PresenceRepository presence;
  @Autowired private TransactionTemplate transaction;
  private TestUser lead;
  private TestUser founder;
  private TestProject project;
  private TestTask task;
  private LiveClient tab;

  @BeforeEach
  void look() throws Exception {
    lead = given.aTeamLead();
    founder = given.aDeveloper("Fay");
    project = given.aProject("Apollo", founder);
    task = given.aTask("Land", lead).in(project);
    tab = tabOf(founder);
    tab.join("task", task.id());
  }

  @Test
  void theFounderOfADeletedProjectHearsNoMoreOfItsTasks() {
    as(lead).delete("/projects/" + project.id()).then().statusCode(204);
    as(lead, "{\"title\":\"Not for Fay\"}").put("/tasks/" + task.id()).then().statusCode(200);
    settle(founder, tab);

    assertThat(tab.heard("task_updated")).isEmpty();
  }

  @Test
  void aTaskThatGoesWithItsProjectIsLeftByEverybody() throws Exception {
    LiveClient manager = tabOf(lead);
    manager.join("task", task.id());
    project.withStatus("completed");

    removal.deleteExpired(project.id(), Instant.now().plusSeconds(60), Actor.SYSTEM);

    await().atMost(Duration.ofSeconds(10)).until(() -> sessions.in(Room.task(task.id())).isEmpty());
  }

  @Test
  void whatIsStillToBeRecordedOfSomebodysLeavingHoldsNobodyUp() {
    transaction.executeWithoutResult(
        status -> {
          presence.lock(Room.task(task.id()));
          as(lead).delete("/projects/" + project.id()).then().statusCode(204);

          settle(founder, tab);
        });

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> presence.viewers(Room.task(task.id())).isEmpty());
  }

  @Test
  void rightsThatRemainAreKept() throws Exception {
    TestTask own = given.aTask("Own", lead).in(project).assignedTo(founder);
    tab.join("task", own.id());

    as(lead).delete("/projects/" + project.id()).then().statusCode(204);
    as(lead, "{\"title\":\"Still there\"}").put("/tasks/" + own.id()).then().statusCode(200);

    JSONObject event = tab.awaitEvent("task_updated", "task_id", own.id());
    assertThat(event.getJSONObject("task").getString("title")).isEqualTo("Still there");
    assertThat(sessions.in(Room.task(own.id()))).hasSize(1);
  }
}
