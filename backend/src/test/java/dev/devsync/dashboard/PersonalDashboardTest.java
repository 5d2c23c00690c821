package dev.devsync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.platform.time.Instants;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalDashboardTest extends HttpTest {

  private Instant today() {
    return Instants.startOfDay(clock.instant());
  }

  @Test
  void itShowsTheCallerWhatIsAssignedToThem() {
    TestUser dev = given.aDeveloper();
    TestUser other = given.aDeveloper("Other");
    TestProject project = given.aProject("Mine", other).withMember(dev);
    given.aProject("Theirs", other);
    given.aTask("Open", other).in(project).assignedTo(dev);
    given.aTask("Done", other).assignedTo(dev).withStatus("done");
    given.aTask("Completed", other).assignedTo(dev).withStatus("completed");
    given.aTask("Created but not assigned", dev);

    as(dev)
        .get("/dashboard")
        .then()
        .statusCode(200)
        .body("user.id", equalTo(dev.id()))
        .body("user.name", equalTo(dev.name()))
        .body("user.role", equalTo("developer"))
        .body("tasks.assigned_count", equalTo(3))
        .body("tasks.pending_count", equalTo(1))
        .body("tasks.completed_count", equalTo(2))
        .body("projects.name", contains("Mine"))
        .body("projects[0].id", equalTo(project.id()))
        .body("projects[0].status", equalTo("active"))
        .body("$", not(hasKey("team")));
  }

  @Test
  void dueSoonIsFromTodayUntilTheSameDayNextWeekAndNotComplete() {
    TestUser dev = given.aDeveloper();
    given.aTask("A week from today", dev).assignedTo(dev).due(today().plus(Duration.ofDays(7)));
    var first = given.aTask("Today", dev).assignedTo(dev).due(today());
    given.aTask("Yesterday", dev).assignedTo(dev).due(today().minusMillis(1));
    given.aTask("Later", dev).assignedTo(dev).due(today().plus(Duration.ofDays(7)).plusMillis(1));
    given
        .aTask("Done", dev)
        .assignedTo(dev)
        .withStatus("completed")
        .due(today().plus(Duration.ofDays(1)));
    given.aTask("Any time", dev).assignedTo(dev);

    as(dev)
        .get("/dashboard")
        .then()
        .body("tasks.due_soon.title", contains("Today", "A week from today"))
        .body("tasks.due_soon[0].id", equalTo(first.id()))
        .body("tasks.due_soon[0].deadline", equalTo(today().toString()))
        .body("tasks.due_soon[0].status", equalTo("todo"))
        .body("tasks.due_soon[0].project_id", nullValue());
  }

  @Test
  void theFiveTasksCompletedLastAreShownIfThatWasWithinThirtyDays() {
    TestUser dev = given.aDeveloper();
    for (int days = 1; days <= 6; days++) {
      Work.changed(
          given.aTask("Done %d days ago".formatted(days), dev).assignedTo(dev).withStatus("done"),
          clock.instant().minus(Duration.ofDays(days)));
    }
    TestUser idle = given.aDeveloper("Idle");
    Work.changed(
        given.aTask("Long ago", dev).assignedTo(idle).withStatus("done"),
        clock.instant().minus(Duration.ofDays(31)));
    given.aTask("Open", dev).assignedTo(idle);

    List<String> titles = as(dev).get("/dashboard").path("tasks.recently_completed.title");
    assertThat(titles)
        .containsExactly(
            "Done 1 days ago",
            "Done 2 days ago",
            "Done 3 days ago",
            "Done 4 days ago",
            "Done 5 days ago");
    as(idle).get("/dashboard").then().body("tasks.recently_completed", empty());
  }

  @Test
  void adminsAlsoSeeTheTasksOfProjectsTheyCreated() {
    TestUser admin = given.anAdmin();
    TestProject created = given.aProject("Created", admin);
    TestProject other = given.aProject("Other", given.aTeamLead()).withMember(admin);
    for (String status :
        List.of("backlog", "todo", "todo", "in_progress", "review", "done", "completed")) {
      given.aTask(status, admin).in(created).withStatus(status);
    }
    given.aTask("Elsewhere", admin).in(other);

    as(admin)
        .get("/dashboard")
        .then()
        .body("team.total_tasks", equalTo(7))
        .body("team.completed_tasks", equalTo(2))
        .body("team.in_progress_tasks", equalTo(1))
        .body("team.pending_tasks", equalTo(2));
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
    TestUser admin = given.anAdmin();
    rows(admin, 1);
    int withOne =
        statementsOf(() -> as(admin).get("/dashboard").then().body("tasks.due_soon", hasSize(1)));
    rows(admin, 99);
    int withMany =
        statementsOf(() -> as(admin).get("/dashboard").then().body("tasks.due_soon", hasSize(100)));

    assertThat(withMany).isEqualTo(withOne);
  }

  private void rows(TestUser user, int count) {
    for (int i = 0; i < count; i++) {
      TestProject project = given.aProject("P" + i, user).withMember(user);
      given.aTask("T" + i, user).in(project).assignedTo(user).due(clock.instant());
    }
  }

  @Test
  void nobodyIsShownAnythingWithoutSigningIn() {
    anonymous().get("/dashboard").then().statusCode(401);
  }
}
