package dev.devsync.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import dev.devsync.tasks.TasksViewed;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class OverdueTest extends HttpTest {

  @Autowired private OverdueChecks checks;
  @Autowired private ApplicationEventPublisher publisher;

  private TestUser lead;
  private TestUser ann;
  private TestTask task;

  @BeforeEach
  void anOverdueTask() {
    lead = given.aTeamLead();
    ann = given.aDeveloper("Ann Lee");
    task = given.aTask("Write it", lead).assignedTo(ann).due(Instant.parse("2026-01-02T03:04:00Z"));
  }

  @Test
  void theAssigneeIsToldOnceOnly() {
    assertThat(checks.sweep()).isOne();
    assertThat(checks.sweep()).isZero();
    assertThat(notificationsOf(lead)).isEmpty();
    assertThat(notificationsOf(ann))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("notification_type", "task_overdue")
                    .containsEntry("title", "Task is overdue")
                    .containsEntry("message", "\"Write it\" was due on 2026-01-02 03:04 UTC.")
                    .containsEntry("reference_id", "" + task.id())
                    .containsEntry("task_id", task.id()));
    assertThat(events("notification.created"))
        .singleElement()
        .satisfies(e -> assertThat(e.get("actor_id")).isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"done", "completed", "review"})
  void whatIsCompleteOrInReviewIsNotOverdue(String status) {
    task.withStatus(status);
    assertThat(checks.sweep()).isZero();
  }

  @Test
  void aDeadlineToComeIsNotOverdueUntilItHasPassed() {
    task.due(clock.instant().plusSeconds(60));
    assertThat(checks.sweep()).isZero();
    clock.advance(Duration.ofSeconds(61));
    assertThat(checks.sweep()).isOne();
  }

  @Test
  void withoutAssigneeLeadingMembersAndTheProjectsCreatorAreTold() {
    TestUser owner = given.aDeveloper("Own Owner");
    TestUser outside = given.aUser("Lou Outside", Role.TEAM_LEAD);
    given
        .aTask("Nobody's", ann)
        .due(Instant.EPOCH)
        .in(given.aProject("Manuals", owner).withMember(lead, ann));
    task.withStatus("done");
    assertThat(checks.sweep()).isEqualTo(2);
    assertThat(notificationsOf(owner)).hasSize(1);
    assertThat(notificationsOf(lead)).hasSize(1);
    assertThat(notificationsOf(ann)).isEmpty();
    assertThat(notificationsOf(outside)).isEmpty();
  }

  @Test
  void aNewAssigneeIsToldToo() {
    checks.sweep();
    TestUser bob = given.aDeveloper("Bob Berg");
    task.assignedTo(bob);
    assertThat(checks.sweep()).isOne();
    assertThat(notificationsOf(bob)).hasSize(1);
  }

  @Test
  void theSettingSwitchesItOff() {
    given.setting("notify_on_overdue_tasks", "false");
    assertThat(checks.sweep()).isZero();
    assertThat(checks.inSightOf(ann.id())).isZero();
  }

  @Test
  void aDeletedNotificationDoesNotComeBackUntilTheDeadlineMoves() {
    checks.sweep();
    int id = (Integer) notificationsOf(ann).getFirst().get("id");
    as(ann).delete("/notifications/" + id).then().statusCode(200);
    assertThat(checks.sweep()).isZero();
    task.due(Instant.parse("2026-02-02T00:00:00Z"));
    assertThat(checks.sweep()).isOne();
    int again = (Integer) notificationsOf(ann).getFirst().get("id");
    as(ann).delete("/notifications/" + again).then().statusCode(200);
    assertThat(checks.sweep()).isZero();
  }

  @Test
  void sweepsAtTheSameTimeTellEverybodyOnce() throws Exception {
    for (int i = 0; i < 20; i++) {
      given.aTask("Task " + i, lead).assignedTo(ann).due(Instant.EPOCH);
    }
    Callable<Integer> sweep = checks::sweep;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> told = executor.invokeAll(List.of(sweep, sweep, sweep, sweep));
      assertThat(told).extracting(Future::get).containsExactlyInAnyOrder(21, 0, 0, 0);
    }
    assertThat(notificationsOf(ann)).hasSize(21);
  }

  @Test
  void manyAreToldInBatches() {
    jdbc.sql(
            "INSERT INTO tasks (title, status, created_by, assigned_to, deadline)"
                + " SELECT 'Task ' || n, 'todo', ?, ?, timestamp '2026-01-01' FROM generate_series(1, 1200) n")
        .params(lead.id(), ann.id())
        .update();
    assertThat(checks.sweep()).isEqualTo(1201);
    assertThat(checks.sweep()).isZero();
  }

  @Test
  void aViewerCausesOnlyWhatIsInTheirSightToBeTold() {
    TestUser bob = given.aDeveloper("Bob Berg");
    given.aTask("Bob's", lead).assignedTo(bob).due(Instant.EPOCH);
    assertThat(checks.inSightOf(ann.id())).isOne();
    assertThat(notificationsOf(ann)).hasSize(1);
    assertThat(notificationsOf(bob)).isEmpty();
    assertThat(checks.inSightOf(lead.id())).isOne();
    assertThat(notificationsOf(bob)).hasSize(1);
  }

  @Test
  void whoIsGoneSeesNothing() {
    assertThat(checks.inSightOf(Integer.MAX_VALUE)).isZero();
    assertThat(notificationsOf(ann)).isEmpty();
  }

  @Test
  void lookingAtTasksLeadsToACheckAndLookingAgainToAnother() {
    Caller caller =
        new Caller(
            ann.id(),
            ann.name(),
            ann.email(),
            ann.role(),
            ann.session(),
            new Origin("127.0.0.1", null));
    publisher.publishEvent(new TasksViewed(caller));
    await().untilAsserted(() -> assertThat(notificationsOf(ann)).hasSize(1));
    given.aTask("Another", lead).assignedTo(ann).due(Instant.EPOCH);
    publisher.publishEvent(new TasksViewed(caller));
    publisher.publishEvent(new TasksViewed(caller));
    await().untilAsserted(() -> assertThat(notificationsOf(ann)).hasSize(2));
  }
}
