package dev.devsync.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.tasks.TaskCreated;
import dev.devsync.tasks.TaskItem;
import dev.devsync.tasks.TaskRows;
import dev.devsync.tasks.TaskUpdated;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who hears of new and changed tasks; the changes are recorded as the tasks module records them.
 */
class TaskNotificationTest extends HttpTest {

  @Autowired private ChangeLog changes;
  @Autowired private TransactionTemplate transaction;

  private TestUser actor;
  private TestUser creator;
  private TestUser ann;
  private TestUser bob;
  private TestProject project;
  private TestTask task;

  @BeforeEach
  void aTask() {
    actor = given.aUser("Act Actor", Role.TEAM_LEAD);
    creator = given.aDeveloper("Cre Creator");
    ann = given.aDeveloper("Ann Lee");
    bob = given.aDeveloper("Bob Berg");
    project = given.aProject("Manuals", actor);
    task = given.aTask("Write it", creator).in(project).assignedTo(ann);
  }

  private static Actor by(TestUser user) {
    return Actor.user(user.id(), user.role(), new Origin("127.0.0.1", null));
  }

  private TaskItem stored() {
    return jdbc.sql(TaskRows.SELECT + TaskRows.FROM + " WHERE t.id = ?")
        .param(task.id())
        .query(TaskRows::map)
        .single();
  }

  private void change(Actor who, Map<String, Object> columns) {
    TaskItem before = stored();
    columns.forEach(task::set);
    transaction.executeWithoutResult(
        s -> changes.record(who, new TaskUpdated(stored(), before, List.of())));
  }

  private void created(Actor who) {
    transaction.executeWithoutResult(status -> changes.record(who, new TaskCreated(stored())));
  }

  private List<Object> heard(TestUser user) {
    return notificationsOf(user).stream().map(row -> row.get("notification_type")).toList();
  }

  private String message(TestUser user) {
    return (String) notificationsOf(user).getFirst().get("message");
  }

  private void switches(boolean assignments, boolean updates) {
    given.setting(
        "notification_settings",
        "{\"task_assignments\": %s, \"project_updates\": %s}".formatted(assignments, updates));
  }

  @Test
  void theAssigneeOfANewTaskHearsThatItIsTheirs() {
    created(by(actor));
    assertThat(notificationsOf(ann))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("notification_type", "task_assigned")
                    .containsEntry("title", "New Task Assigned")
                    .containsEntry("reference_id", "" + task.id())
                    .containsEntry("task_id", task.id()));
    assertThat(message(ann)).contains("\"Write it\"");
  }

  @Test
  void leadingMembersAndTheProjectsCreatorHearOfANewTask() {
    TestUser lead = given.aUser("Lea Member", Role.TEAM_LEAD);
    TestUser outsideLead = given.aUser("Lou Outside", Role.TEAM_LEAD);
    project.withMember(lead, bob);
    created(by(creator));
    for (TestUser user : List.of(lead, actor)) {
      assertThat(notificationsOf(user))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("notification_type", "task_created")
                      .containsEntry("title", "New Task Created")
                      .containsEntry("reference_id", "" + task.id()));
      assertThat(message(user)).contains("\"Write it\"", "Manuals", "Ann Lee");
    }
    assertThat(heard(outsideLead)).isEmpty();
    assertThat(heard(bob)).isEmpty();
  }

  @Test
  void aNewTaskForOneselfOutsideAnyProjectIsToldToNobody() {
    task.set("project_id", null);
    created(by(ann));
    assertThat(events("notification.created")).isEmpty();
  }

  @Test
  void creatorAndAssigneeHearOfStatusAndProgress() {
    change(by(actor), Map.of("status", "review", "progress", 60));
    for (TestUser user : List.of(creator, ann)) {
      assertThat(notificationsOf(user))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("notification_type", "task_updated")
                      .containsEntry("title", "Task Updated")
                      .containsEntry("reference_id", "" + task.id())
                      .containsEntry("task_id", task.id()));
      assertThat(message(user)).contains("\"Write it\"", "Manuals", "review", "60");
    }
  }

  @Test
  void whoeverChangedTheTaskIsNotTold() {
    change(by(ann), Map.of("status", "done"));
    assertThat(heard(ann)).isEmpty();
    assertThat(heard(creator)).containsExactly("task_updated");
    assertThat(heard(bob)).isEmpty();
  }

  @Test
  void changesFromGithubAreToldToBoth() {
    change(Actor.GITHUB, Map.of("status", "done"));
    assertThat(heard(ann)).containsExactly("task_updated");
    assertThat(heard(creator)).containsExactly("task_updated");
  }

  @Test
  void otherChangesNotifyNobody() {
    change(by(actor), Map.of("title", "Write it well", "priority", "urgent", "description", "Now"));
    assertThat(events("notification.created")).isEmpty();
  }

  @Test
  void aNewAssigneeHearsThatTheTaskIsTheirsAndTheFormerThatItIsNot() {
    project.withMember(ann);
    change(by(actor), Map.of("assigned_to", bob.id(), "status", "in_progress"));
    assertThat(notificationsOf(bob))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("notification_type", "task_assigned")
                    .containsEntry("title", "Task Assigned to You"));
    assertThat(heard(ann)).containsExactly("task_updated");
    assertThat(message(ann)).contains("in_progress", "Bob Berg");
    assertThat(message(creator)).contains("Bob Berg");
  }

  @Test
  void aFormerAssigneeWhoSeesTheTaskNoMoreHearsOnlyThatItWasTakenAway() {
    change(by(actor), Map.of("assigned_to", bob.id(), "title", "Secret", "status", "review"));
    assertThat(heard(ann)).containsExactly("task_updated");
    assertThat(message(ann))
        .contains("\"Write it\"", "Bob Berg")
        .doesNotContain("Secret", "review");
  }

  @Test
  void ataskThatIsTakenAwayIsNobodys() {
    TaskItem before = stored();
    jdbc.sql("UPDATE tasks SET assigned_to = NULL WHERE id = ?").param(task.id()).update();
    transaction.executeWithoutResult(
        s -> changes.record(by(actor), new TaskUpdated(stored(), before, List.of())));
    assertThat(message(ann)).contains("nobody");
    assertThat(message(creator)).contains("nobody");
  }

  @Test
  void aCreatorWhoIsAlsoTheAssigneeHearsOnce() {
    task.assignedTo(creator);
    change(by(actor), Map.of("progress", 10));
    assertThat(heard(creator)).containsExactly("task_updated");
  }

  @Test
  void assignmentsCanBeSwitchedOffAndDoNotBecomeUpdates() {
    switches(false, true);
    change(by(actor), Map.of("assigned_to", bob.id()));
    assertThat(heard(bob)).isEmpty();
    assertThat(heard(creator)).containsExactly("task_updated");
    created(by(actor));
    assertThat(heard(bob)).isEmpty();
  }

  @Test
  void projectUpdatesCanBeSwitchedOff() {
    switches(true, false);
    change(by(creator), Map.of("assigned_to", bob.id(), "status", "done"));
    created(by(creator));
    assertThat(heard(bob)).containsExactly("task_assigned", "task_assigned");
    assertThat(heard(ann)).isEmpty();
    assertThat(heard(actor)).isEmpty();
  }

  @Test
  void theLongestTitleFitsAndQuotesStay() {
    task.set("title", "\"".repeat(200));
    created(by(actor));
    assertThat(message(ann)).contains("\"".repeat(200));
  }
}
