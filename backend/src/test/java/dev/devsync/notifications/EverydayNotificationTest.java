package dev.devsync.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.platform.access.Role;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people hear while others work, from one end to the other. */
class EverydayNotificationTest extends HttpTest {

  private TestUser lead;
  private TestUser ann;
  private TestUser bob;
  private TestProject project;

  @BeforeEach
  void aTeam() {
    lead = given.aTeamLead();
    ann = given.aDeveloper("Ann Lee");
    bob = given.aDeveloper("Bob Berg");
    project = given.aProject("Manuals", lead).withMember(ann, bob);
  }

  private List<Object> heard(TestUser user) {
    return notificationsOf(user).stream().map(row -> row.get("notification_type")).toList();
  }

  private TestTask aTask() {
    return given.aTask("Write it", lead).assignedTo(ann).in(project);
  }

  private void put(TestUser user, TestTask task, String json) {
    as(user, json).put("/tasks/" + task.id()).then().statusCode(200);
  }

  @Test
  void aTaskCreatedForSomebodyIsAnnouncedToThem() {
    as(
            lead,
            """
            {"title": "Write it", "description": "", "status": "todo", "assigned_to": "%d", "project_id": %d}
            """
                .formatted(ann.id(), project.id()))
        .post("/tasks")
        .then()
        .statusCode(201);
    assertThat(heard(ann)).containsExactly("task_assigned");
    assertThat(notificationsOf(ann).getFirst()).containsEntry("title", "New Task Assigned");
    assertThat(heard(lead)).isEmpty();
    assertThat(heard(bob)).isEmpty();
  }

  @Test
  void aTaskADeveloperCreatesIsAnnouncedToWhoLeadsTheProject() {
    as(
            ann,
            "{\"title\": \"Write it\", \"description\": \"\", \"status\": \"todo\", \"project_id\": %d}"
                .formatted(project.id()))
        .post("/tasks")
        .then()
        .statusCode(201);
    assertThat(heard(lead)).containsExactly("task_created");
    assertThat(heard(ann)).isEmpty();
  }

  @Test
  void progressIsToldToTheCreatorOnly() {
    TestTask task = aTask();
    put(ann, task, "{\"status\": \"in_progress\", \"progress\": 30}");
    assertThat(heard(lead)).containsExactly("task_updated");
    assertThat(notificationsOf(lead).getFirst().get("message"))
        .asString()
        .contains("in_progress", "30");
    assertThat(heard(ann)).isEmpty();
    assertThat(heard(bob)).isEmpty();
    put(
        ann,
        task,
        "{\"status\": \"in_progress\", \"priority\": \"high\", \"deadline\": \"2030-01-01\"}");
    assertThat(heard(lead)).hasSize(1);
  }

  @Test
  void reassigningTellsBothAssignees() {
    put(lead, aTask(), "{\"assigned_to\": %d}".formatted(bob.id()));
    assertThat(heard(bob)).containsExactly("task_assigned");
    assertThat(heard(ann)).containsExactly("task_updated");
    assertThat(heard(lead)).isEmpty();
  }

  @Test
  void manyTasksChangedAtOnceAreToldOneByOne() {
    TestTask first = aTask();
    TestTask second = aTask();
    as(lead, "{\"ids\": [%d, %d], \"status\": \"done\"}".formatted(first.id(), second.id()))
        .patch("/tasks/bulk")
        .then()
        .statusCode(200);
    assertThat(heard(ann)).containsExactly("task_updated", "task_updated");
  }

  @Test
  void whatWasToldOfATaskOutlivesIt() {
    TestTask task = aTask();
    as(lead, "{\"content\": \"Ready?\"}")
        .post("/tasks/" + task.id() + "/comments")
        .then()
        .statusCode(201);
    as(lead).delete("/tasks/" + task.id()).then().statusCode(200);
    assertThat(notificationsOf(ann))
        .singleElement()
        .satisfies(row -> assertThat(row.get("task_id")).isNull());
  }

  @Test
  void lookingAtOnesTasksRemindsOfWhatIsOverdue() {
    aTask().due(Instant.parse("2026-01-02T03:04:00Z"));
    as(ann).get("/tasks").then().statusCode(200);
    await().untilAsserted(() -> assertThat(heard(ann)).containsExactly("task_overdue"));
  }

  @Test
  void changedSettingsAreToldToTheOtherAdmins() {
    TestUser ada = given.anAdmin();
    TestUser other = given.aUser("Otto Other", Role.ADMIN);
    as(ada, "{\"app_name\": \"Our DevSync\"}").put("/admin/settings").then().statusCode(200);
    assertThat(heard(other)).containsExactly("settings_updated");
    assertThat(notificationsOf(other).getFirst().get("message")).asString().contains("app_name");
    assertThat(heard(ada)).isEmpty();
  }
}
