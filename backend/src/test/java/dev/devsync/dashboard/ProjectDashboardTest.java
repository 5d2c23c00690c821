package dev.devsync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectDashboardTest extends HttpTest {

  @Test
  void itShowsHowTheProjectStands() {
    TestUser lead = given.aTeamLead();
    TestUser dev = given.aDeveloper();
    TestProject project = given.aProject("Alpha", lead).withMember(dev, lead);
    for (String status :
        List.of("backlog", "todo", "in_progress", "review", "done", "completed", "todo")) {
      given.aTask(status, dev).in(project).withStatus(status);
    }
    given.aTask("Elsewhere", dev);
    int due = given.aTask("Due", dev).in(project).assignedTo(dev).due(clock.instant()).id();
    given.aTask("Due later", dev).in(project).due(clock.instant().plus(Duration.ofDays(2)));

    as(dev)
        .get("/dashboard/projects/" + project.id())
        .then()
        .statusCode(200)
        .body("project.id", equalTo(project.id()))
        .body("project.name", equalTo("Alpha"))
        .body("project.description", equalTo(""))
        .body("project.status", equalTo("active"))
        .body(
            "task_stats",
            equalTo(
                Map.of(
                    "total", 9, "backlog", 1, "todo", 4, "in_progress", 1, "review", 1, "done", 2)))
        .body("tasks_due_soon.title", contains("Due", "Due later"))
        .body("tasks_due_soon[0].id", equalTo(due))
        .body("tasks_due_soon.assigned_to", contains(dev.id(), null))
        .body("tasks_due_soon[0].size()", equalTo(5))
        .body("team_members.id", contains(lead.id(), dev.id()))
        .body("team_members.role", contains("team_lead", "developer"))
        .body("team_members[0].size()", equalTo(3))
        .body("project.completion_percentage", equalTo((float) (100.0 * 2 / 9)));
  }

  @Test
  void theFiveTasksChangedLastAreShown() {
    TestUser lead = given.aTeamLead();
    TestProject project = given.aProject("Alpha", lead);
    for (int i = 1; i <= 6; i++) {
      Work.changed(
          given.aTask("T" + i, lead).in(project), clock.instant().minus(Duration.ofHours(i)));
    }

    as(lead)
        .get("/dashboard/projects/" + project.id())
        .then()
        .body("recently_updated_tasks.title", contains("T1", "T2", "T3", "T4", "T5"))
        .body("recently_updated_tasks[0].status", equalTo("todo"))
        .body("recently_updated_tasks[0].size()", equalTo(4));
  }

  @Test
  void aProjectWithoutTasksIsAtNought() {
    TestUser dev = given.aDeveloper();
    TestProject project = given.aProject("Mine", dev);
    jdbc.sql("UPDATE projects SET description = NULL").update();

    as(dev)
        .get("/dashboard/projects/" + project.id())
        .then()
        .statusCode(200)
        .body("project.completion_percentage", equalTo(0.0f))
        .body("project.description", nullValue())
        .body("tasks_due_soon", hasSize(0))
        .body("team_members", hasSize(0));
  }

  @Test
  void aMissingProjectIsNotFound() {
    for (TestUser user : List.of(given.aDeveloper(), given.anAdmin())) {
      as(user)
          .get("/dashboard/projects/1000")
          .then()
          .statusCode(404)
          .body("", equalTo(Map.of("message", "Project not found")));
    }
  }

  @Test
  void developersOutsideTheProjectAreRefused() {
    TestProject project = given.aProject("Theirs", given.aTeamLead());

    as(given.aDeveloper())
        .get("/dashboard/projects/" + project.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("You do not have access to this project"));
    as(given.anAdmin()).get("/dashboard/projects/" + project.id()).then().statusCode(200);
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
    TestUser lead = given.aTeamLead();
    TestProject project = given.aProject("Alpha", lead);
    String path = "/dashboard/projects/" + project.id();
    rows(project, lead, 1);
    int withOne = statementsOf(() -> as(lead).get(path).then().body("tasks_due_soon", hasSize(1)));
    rows(project, lead, 99);
    int withMany =
        statementsOf(() -> as(lead).get(path).then().body("tasks_due_soon", hasSize(100)));

    assertThat(withMany).isEqualTo(withOne);
  }

  private void rows(TestProject project, TestUser lead, int count) {
    for (int i = 0; i < count; i++) {
      TestUser member = given.aDeveloper("M" + i);
      project.withMember(member);
      given.aTask("T" + i, lead).in(project).assignedTo(member).due(clock.instant());
    }
  }
}
