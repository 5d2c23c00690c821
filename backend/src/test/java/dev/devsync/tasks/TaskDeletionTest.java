package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskDeletionTest extends HttpTest {

  private TestUser lead;
  private TestUser dave;
  private TestTask task;

  @BeforeEach
  void aTask() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    task = given.aTask("Fuel", lead).assignedTo(dave);
  }

  @Test
  void commentsAndLinksGoWithTheTaskAndNotificationsStayWithoutIt() {
    given.aComment("A word", task, dave);
    jdbc.sql("INSERT INTO task_github_links (task_id, repo_id, issue_number) VALUES (?, ?, 1)")
        .params(task.id(), given.aRepository("devsync/rocket"))
        .update();
    jdbc.sql(
            "INSERT INTO notifications (user_id, notification_type, title, message, task_id)"
                + " VALUES (?, 'general', 'Hello', 'Hello', ?)")
        .params(dave.id(), task.id())
        .update();

    as(lead)
        .delete("/tasks/" + task.id())
        .then()
        .statusCode(200)
        .body("message", equalTo("Task deleted successfully"));

    assertThat(jdbc.sql("SELECT count(*) FROM tasks").query(Integer.class).single()).isZero();
    assertThat(jdbc.sql("SELECT count(*) FROM comments").query(Integer.class).single()).isZero();
    assertThat(jdbc.sql("SELECT count(*) FROM task_github_links").query(Integer.class).single()).isZero();
    assertThat(notificationsOf(dave)).isNotEmpty().allSatisfy(row -> assertThat(row).containsEntry("task_id", null));
  }

  @Test
  void theDeletionIsRecordedWithWhatTheTaskWas() {
    as(lead).delete("/tasks/" + task.id()).then().statusCode(200);

    assertThat(audited("task_deleted").getFirst())
        .containsEntry("resource_id", Integer.toString(task.id()))
        .hasEntrySatisfying(
            "metadata",
            json ->
                assertThat(json)
                    .hasToString("{\"project_id\":null,\"assigned_to\":%d,\"title\":\"Fuel\"}".formatted(dave.id())));
    assertThat(events("task.deleted").getFirst())
        .containsEntry("task_id", task.id())
        .hasEntrySatisfying("json", json -> assertThat(json.toString()).contains("\"title\":\"Fuel\""));
  }

  @Test
  void assigneesAndCreatorsMayDeleteToo() {
    TestTask own = given.aTask("Own", dave);

    as(dave).delete("/tasks/" + task.id()).then().statusCode(200);
    as(dave).delete("/tasks/" + own.id()).then().statusCode(200);
  }

  @Test
  void aMemberOfTheProjectMayNot() {
    TestUser erin = given.aDeveloper("Erin");
    task.in(given.aProject("Rocket", lead).withMember(erin));

    as(erin)
        .delete("/tasks/" + task.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("You can only delete tasks assigned to you"));
    assertThat(events("task.deleted")).isEmpty();
  }

  @Test
  void whatIsInvisibleOrGoneIsNotFound() {
    as(given.aDeveloper("Erin")).delete("/tasks/" + task.id()).then().statusCode(404);
    as(lead).delete("/tasks/" + task.id()).then().statusCode(200);
    as(lead)
        .delete("/tasks/" + task.id())
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
    assertThat(audited("task_deleted")).hasSize(1);
  }
}
