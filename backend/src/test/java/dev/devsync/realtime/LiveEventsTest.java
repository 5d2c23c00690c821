package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveEventsTest extends LiveTest {

  private TestUser lead;
  private TestUser dave;
  private TestUser outsider;
  private TestProject project;
  private TestTask task;
  private LiveClient tab;
  private LiveClient outside;

  @BeforeEach
  void watch() throws Exception {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    outsider = given.aDeveloper("Olga");
    project = given.aProject("Apollo", lead).withMember(dave);
    task = given.aTask("Land", lead).in(project).assignedTo(dave);
    tab = tabOf(dave);
    tab.join("project", project.id());
    tab.join("task", task.id());
    outside = tabOf(outsider);
  }

  private void outsiderHeardNothing() {
    settle(outsider, outside);
    assertThat(outside.heard())
        .allSatisfy(event -> assertThat(event.name()).isEqualTo("notification"));
    assertThat(outside.heard("notification")).hasSize(1);
  }

  @Test
  void aChangedTaskReachesEachViewerOnce() throws Exception {
    as(lead, "{\"status\":\"in_progress\"}").put("/tasks/" + task.id()).then().statusCode(200);
    JSONObject event = tab.awaitEvent("task_updated", "update_type", "updated");
    assertThat(event.getInt("task_id")).isEqualTo(task.id());
    assertThat(event.getInt("updated_by")).isEqualTo(lead.id());
    assertThat(event.getInt("project_id")).isEqualTo(project.id());
    assertThat(event.getJSONArray("changes").toString()).isEqualTo("[\"status\"]");
    assertThat(event.getJSONObject("task").getString("status")).isEqualTo("in_progress");
    assertThat(event.getLong("seq")).isPositive();
    settle(dave, tab);
    assertThat(tab.heard("task_updated")).hasSize(1);
    assertThat(
            tab.heard("dashboard_updated").stream()
                .filter(e -> "task_updated".equals(e.opt("event_type"))))
        .hasSize(1);
    assertThat(
            tab.heard("notification").stream().filter(n -> "Task Updated".equals(n.opt("title"))))
        .hasSize(1);
    outsiderHeardNothing();
  }

  @Test
  void completingReopeningCreatingAndDeletingHaveTheirNames() throws Exception {
    as(lead, "{\"status\":\"completed\"}").put("/tasks/" + task.id()).then().statusCode(200);
    tab.awaitEvent("task_updated", "update_type", "completed");
    as(lead, "{\"status\":\"todo\"}").put("/tasks/" + task.id()).then().statusCode(200);
    tab.awaitEvent("task_updated", "update_type", "reopened");
    as(
            lead,
            "{\"title\":\"Fly\",\"description\":\"\",\"status\":\"todo\",\"project_id\":%d}"
                .formatted(project.id()))
        .post("/tasks")
        .then()
        .statusCode(201);
    tab.awaitEvent("task_updated", "update_type", "created");
    as(lead).delete("/tasks/" + task.id()).then().statusCode(200);
    assertThat(tab.awaitEvent("task_updated", "update_type", "deleted").has("task")).isFalse();
    outsiderHeardNothing();
  }

  @Test
  void bulkChangesAreAnnouncedAlike() {
    as(lead, "{\"ids\":[%d],\"priority\":\"urgent\"}".formatted(task.id()))
        .patch("/tasks/bulk")
        .then()
        .statusCode(200);
    tab.awaitEvent("task_updated", "update_type", "updated");
  }

  @Test
  void commentsAndMentionsArriveWithTheirContent() throws Exception {
    String mention = "@" + dave.email().split("@")[0];
    int comment =
        as(lead, "{\"content\":\"hello %s\"}".formatted(mention))
            .post("/tasks/%d/comments".formatted(task.id()))
            .then()
            .statusCode(201)
            .extract()
            .path("comment.id");
    JSONObject event = tab.awaitEvent("new_comment", "comment_id", comment);
    assertThat(event.getJSONObject("comment").getString("content")).isEqualTo("hello " + mention);
    assertThat(event.getInt("author_id")).isEqualTo(lead.id());
    assertThat(tab.awaitEvent("user_mentioned", "comment_id", comment).getInt("mentioned_by"))
        .isEqualTo(lead.id());
    assertThat(tab.awaitEvent("notification", "title", "You Were Mentioned").getInt("task_id"))
        .isEqualTo(task.id());
    as(lead, "{\"content\":\"changed\"}").put("/comments/" + comment).then().statusCode(200);
    tab.awaitEvent("comment_updated", "comment_id", comment);
    as(lead).delete("/comments/" + comment).then().statusCode(200);
    assertThat(tab.awaitEvent("comment_deleted", "comment_id", comment).has("comment")).isFalse();
    outsiderHeardNothing();
  }

  @Test
  void aRemovedMemberHearsOfItAndThenNothingMore() throws Exception {
    as(lead, "{\"team_members\":[]}").put("/projects/" + project.id()).then().statusCode(200);
    JSONObject removed = tab.awaitEvent("project_update", "update_type", "member_removed");
    assertThat(removed.getJSONObject("data").getInt("user_id")).isEqualTo(dave.id());
    settle(dave, tab);
    tab.clear();
    as(lead, "{\"name\":\"Gemini\"}").put("/projects/" + project.id()).then().statusCode(200);
    settle(dave, tab);
    assertThat(tab.heard("project_update")).isEmpty();
    assertThat(
            tab.emit("join_project", new JSONObject().put("project_id", project.id()))
                .getString("message"))
        .isEqualTo("You are not a member of this project");
    outsiderHeardNothing();
  }

  @Test
  void aViewerWhoLosesATaskHearsNothingOfWhereItWent() throws Exception {
    TestProject secret = given.aProject("Secret", lead);
    as(
            lead,
            "{\"project_id\":%d,\"assigned_to\":null,\"title\":\"Hidden title\"}"
                .formatted(secret.id()))
        .put("/tasks/" + task.id())
        .then()
        .statusCode(200);
    JSONObject left = tab.awaitEvent("task_updated", "project_id", project.id());
    assertThat(left.has("task")).isFalse();
    settle(dave, tab);
    assertThat(tab.heard("task_updated")).hasSize(1);
    assertThat(tab.heard().toString()).doesNotContain("Hidden title");
  }

  @Test
  void deletingAProjectIsToldAndEmptiesItsRoom() throws Exception {
    as(lead).delete("/projects/" + project.id()).then().statusCode(204);
    tab.awaitEvent("project_update", "update_type", "deleted");
    tab.awaitEvent("dashboard_updated", "event_type", "project_deleted");
    outsiderHeardNothing();
  }

  @Test
  void managersHearWhatConcernsTheSystemAndDevelopersDoNot() {
    TestUser ada = given.anAdmin();
    LiveClient admin = tabOf(ada);
    LiveClient manager = tabOf(lead);
    as(ada, "{\"app_name\":\"Our DevSync\"}").put("/admin/settings").then().statusCode(200);
    admin.awaitEvent("dashboard_updated", "event_type", "settings_updated");
    manager.awaitEvent("dashboard_updated", "event_type", "audit_log_recorded");
    settle(lead, manager);
    assertThat(manager.heard("dashboard_updated").stream().map(e -> e.opt("event_type")))
        .doesNotContain("settings_updated");
    outsiderHeardNothing();
  }

  @Test
  void aNewRoleChangesWhatOneHearsAtOnce() {
    TestUser ada = given.anAdmin();
    as(ada, "{\"role\":\"team_lead\"}")
        .put("/admin/users/%d/role".formatted(outsider.id()))
        .then()
        .statusCode(200);
    outside.awaitEvent("dashboard_updated", "event_type", "user_role_changed");
    as(lead, "{\"status\":\"review\"}").put("/tasks/" + task.id()).then().statusCode(200);
    outside.awaitEvent("dashboard_updated", "event_type", "task_updated");
  }

  @Test
  void everyTabOfAPersonHearsTheirNotifications() {
    LiveClient second = tabOf(dave);
    as(lead, "{\"message\":\"to all tabs\",\"user_id\":%d}".formatted(dave.id()))
        .post("/notifications")
        .then()
        .statusCode(201);
    tab.awaitEvent("notification", "message", "to all tabs");
    second.awaitEvent("notification", "message", "to all tabs");
    as(dave).put("/notifications/read-all").then().statusCode(200);
    second.awaitEvent("notification_read", "all", true);
  }
}
