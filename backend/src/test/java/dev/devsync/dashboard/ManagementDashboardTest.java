package dev.devsync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementDashboardTest extends HttpTest {

  private Instant daysAgo(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  @Test
  void itCountsPeopleTasksAndProjects() {
    TestUser admin = given.anAdmin();
    TestUser lead = given.aTeamLead();
    given.aDeveloper();
    given.aDeveloper("Second");
    TestProject mine = given.aProject("Mine", admin);
    for (String status : List.of("backlog", "todo", "in_progress", "review", "done", "completed")) {
      given.aTask(status, lead).withStatus(status);
    }
    given.aTask("Late", lead).in(mine).due(daysAgo(1));
    given.aTask("Late in review", lead).in(mine).withStatus("review").due(daysAgo(1));
    given.aTask("Late elsewhere", lead).in(given.aProject("Other", lead)).due(daysAgo(1));

    as(admin)
        .get("/dashboard/admin")
        .then()
        .statusCode(200)
        .body("users", equalTo(Map.of("total", 4, "admin", 1, "team_lead", 1, "developer", 2)))
        .body(
            "tasks",
            equalTo(
                Map.of(
                    "total",
                    9,
                    "backlog",
                    1,
                    "todo",
                    3,
                    "in_progress",
                    1,
                    "review",
                    2,
                    "done",
                    2,
                    "overdue",
                    1)))
        .body("projects", equalTo(Map.of("total", 2)))
        .body("$", not(hasKey("team_lead_kpis")));
  }

  @Test
  void theThreeProjectsChangedLastAreShown() {
    TestUser admin = given.anAdmin();
    for (int days : List.of(2, 4, 1, 3)) {
      TestProject project = given.aProject("Changed %d days ago".formatted(days), admin);
      jdbc.sql("UPDATE projects SET updated_at = updated_at - ? * interval '1 day' WHERE id = ?")
          .params(days, project.id())
          .update();
      given.aTask("T", admin).in(project);
    }

    as(admin)
        .get("/dashboard/admin")
        .then()
        .body(
            "recentProjects.name",
            contains("Changed 1 days ago", "Changed 2 days ago", "Changed 3 days ago"))
        .body("recentProjects.task_count", contains(1, 1, 1))
        .body(
            "recentProjects[0].keySet()",
            equalTo(java.util.Set.of("id", "name", "status", "created_at", "task_count")));
  }

  @Test
  void managersSeeTheirOwnTasks() {
    TestUser lead = given.aTeamLead();
    Work.changed(given.aTask("Older", lead).assignedTo(lead), daysAgo(1));
    given.aTask("Newer", lead).assignedTo(lead);
    given.aTask("Of nobody", lead);

    as(lead)
        .get("/dashboard/admin")
        .then()
        .body("my_assigned_tasks.title", contains("Newer", "Older"))
        .body("my_assigned_tasks[0].size()", equalTo(11));
  }

  @Test
  void teamLeadsGetFiguresOfTheirCurrentProjects() {
    TestUser lead = given.aTeamLead();
    TestUser dev = given.aDeveloper();
    TestProject active = given.aProject("Active", dev).withMember(lead);
    TestProject paused = given.aProject("Paused", lead).withStatus("on_hold");
    TestProject over = given.aProject("Over", lead).withStatus("completed");
    Instant soon = clock.instant().plus(Duration.ofHours(2));
    for (TestProject project : List.of(active, paused, over, given.aProject("Of others", dev))) {
      given.aTask("In review", dev).in(project).withStatus("review").due(soon);
      given.aTask("Soon", dev).in(project).due(soon);
      given.aTask("Late", dev).in(project).due(daysAgo(1));
      given.aTask("Late in review", dev).in(project).withStatus("review").due(daysAgo(1));
      given.aTask("Done late", dev).in(project).withStatus("done").due(daysAgo(1));
    }

    as(lead)
        .get("/dashboard/admin")
        .then()
        .body(
            "team_lead_kpis",
            equalTo(
                Map.of(
                    "in_review_tasks", 4,
                    "due_soon_tasks", 2,
                    "overdue_not_complete_tasks", 2,
                    "current_projects", 2)));
  }

  @ParameterizedTest
  @CsvSource({"week, 6", "month, 29", "quarter, 89"})
  void figuresAreComparedWithWhatTheyWereWhenTheRangeBegan(String range, int days) {
    TestUser admin = given.anAdmin();
    jdbc.sql("UPDATE users SET created_at = created_at - interval '1 year'").update();
    given.aDeveloper();
    given.aProject("Old", admin);
    given.aProject("Also old", admin);
    jdbc.sql("UPDATE projects SET created_at = created_at - interval '1 year'").update();
    given.aProject("New", admin);
    Instant before = daysAgo(days + 2);
    Instant within = daysAgo(days);
    for (String title : List.of("A", "B", "C")) {
      Work.created(given.aTask(title, admin).withStatus("in_progress"), before);
    }
    Work.changed(
        Work.created(given.aTask("Done before", admin).withStatus("done"), before), before);
    Work.changed(
        Work.created(given.aTask("Done within", admin).withStatus("done"), before), within);
    Work.created(given.aTask("New and to do", admin), within);
    Work.created(given.aTask("Not begun", admin).withStatus("backlog"), within);

    as(admin)
        .queryParam("timeRange", range)
        .get("/dashboard/admin")
        .then()
        .body("users.change", equalTo(100))
        .body("projects.change", equalTo(50))
        .body("tasks.activeChange", equalTo(0))
        .body("tasks.completedChange", equalTo(100));
  }

  @Test
  void whatCannotBeComparedIsLeftOut() {
    as(given.anAdmin())
        .get("/dashboard/admin?timeRange=week")
        .then()
        .body("users", not(hasKey("change")))
        .body("projects", not(hasKey("change")))
        .body("tasks", not(hasKey("activeChange")))
        .body("tasks", not(hasKey("completedChange")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?timeRange=", "?timeRange=decade", "?timeRange=WEEK"})
  void withoutARangeNothingIsCompared(String query) {
    TestUser admin = given.anAdmin();
    jdbc.sql("UPDATE users SET created_at = created_at - interval '1 year'").update();

    as(admin)
        .get("/dashboard/admin" + query)
        .then()
        .statusCode(200)
        .body("users", not(hasKey("change")));
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
    TestUser lead = given.aTeamLead();
    rows(lead, 1);
    int withOne =
        statementsOf(
            () ->
                as(lead)
                    .get("/dashboard/admin?timeRange=week")
                    .then()
                    .body("my_assigned_tasks", hasSize(1)));
    rows(lead, 99);
    int withMany =
        statementsOf(
            () ->
                as(lead)
                    .get("/dashboard/admin?timeRange=week")
                    .then()
                    .body("my_assigned_tasks", hasSize(100)));

    assertThat(withMany).isEqualTo(withOne);
  }

  private void rows(TestUser lead, int count) {
    for (int i = 0; i < count; i++) {
      given.aTask("T" + i, lead).in(given.aProject("P" + i, lead)).assignedTo(lead);
    }
  }

  @Test
  void developersAreRefused() {
    as(given.aDeveloper())
        .get("/dashboard/admin")
        .then()
        .statusCode(403)
        .body("message", equalTo("Insufficient permissions"));
  }
}
