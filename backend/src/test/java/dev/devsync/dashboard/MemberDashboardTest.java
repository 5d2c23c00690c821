package dev.devsync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.platform.time.Instants;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberDashboardTest extends HttpTest {

  @Test
  void itCountsTheDevelopersOwnTasksByState() {
    TestUser dev = given.aDeveloper();
    TestProject project = given.aProject("Shared", dev).withMember(dev);
    for (String status : List.of("backlog", "todo", "in_progress", "review", "done", "completed")) {
      given.aTask(status, dev).in(project).assignedTo(dev).withStatus(status);
    }
    given.aTask("Not assigned", dev).in(project);
    given.aTask("Late", dev).assignedTo(dev).due(clock.instant().minus(Duration.ofDays(2)));
    given.aTask("In time", dev).assignedTo(dev).due(clock.instant().plus(Duration.ofHours(1)));
    given
        .aTask("Reviewed late", dev)
        .assignedTo(dev)
        .withStatus("review")
        .due(clock.instant().minus(Duration.ofDays(2)));

    Map<String, Object> counts =
        Map.of(
            "total",
            9,
            "assigned",
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
            "due_soon",
            1,
            "overdue",
            1);
    as(dev)
        .get("/dashboard/client")
        .then()
        .statusCode(200)
        .body("taskCounts", equalTo(counts))
        .body("tasks", equalTo(counts));
  }

  @Test
  void teamLeadsSeeTheTasksOfTheirProjectsAndTheirOwn() {
    TestUser lead = given.aTeamLead();
    TestUser dev = given.aDeveloper();
    given.aTask("Of a project I am in", dev).in(given.aProject("A", dev).withMember(lead));
    given.aTask("Of a project I created", dev).in(given.aProject("B", lead)).assignedTo(dev);
    given.aTask("Assigned to me", dev).assignedTo(lead).in(given.aProject("C", dev));
    given.aTask("Of others", dev).in(given.aProject("D", dev));
    given.aTask("Created by me for others", lead).assignedTo(dev);

    as(lead)
        .get("/dashboard/client")
        .then()
        .statusCode(200)
        .body("taskCounts.total", equalTo(3))
        .body(
            "recentTasks.title",
            containsInAnyOrder("Of a project I am in", "Of a project I created", "Assigned to me"))
        .body("projects.name", contains("A", "B"));
  }

  @Test
  void allTasksAreListedThoseChangedLastFirst() {
    TestUser dev = given.aDeveloper();
    TestProject project = given.aProject("Alpha", dev);
    Instant start = clock.instant().minus(Duration.ofHours(1));
    for (int i = 0; i < 12; i++) {
      Work.changed(given.aTask("Task " + i, dev).assignedTo(dev), start.plusSeconds(i));
    }
    TestTask newest =
        given.aTask("Newest", dev).assignedTo(dev).in(project).set("description", "Text");
    newest.set("priority", null).set("progress", 40);

    as(dev)
        .get("/dashboard/client")
        .then()
        .body("recentTasks", hasSize(13))
        .body("recentTasks[1].title", equalTo("Task 11"))
        .body("recentTasks[12].title", equalTo("Task 0"))
        .body("recentTasks[0].id", equalTo(newest.id()))
        .body("recentTasks[0].title", equalTo("Newest"))
        .body("recentTasks[0].description", equalTo("Text"))
        .body("recentTasks[0].status", equalTo("todo"))
        .body("recentTasks[0].priority", equalTo("medium"))
        .body("recentTasks[0].progress", equalTo(40))
        .body("recentTasks[0].deadline", nullValue())
        .body("recentTasks[0].project_id", equalTo(project.id()))
        .body("recentTasks[0].project_name", equalTo("Alpha"))
        .body("recentTasks[0].size()", equalTo(11));
  }

  @Test
  void whatIsDueSoonIsListedSoonestFirstInBothShapes() {
    TestUser dev = given.aDeveloper();
    Instant today = Instants.startOfDay(clock.instant());
    given.aTask("Third", dev).assignedTo(dev).due(today.plus(Duration.ofDays(7)));
    TestTask first = given.aTask("First", dev).assignedTo(dev).due(today).set("priority", null);
    given.aTask("Second", dev).assignedTo(dev).due(today.plus(Duration.ofDays(3)));
    given.aTask("Done", dev).assignedTo(dev).due(today).withStatus("done");

    as(dev)
        .get("/dashboard/client")
        .then()
        .body("upcomingDeadlines.title", contains("First", "Second", "Third"))
        .body("upcomingDeadlines[0].priority", equalTo("medium"))
        .body("upcomingDeadlines[0].size()", equalTo(11))
        .body("tasks_due_soon.title", contains("First", "Second", "Third"))
        .body("tasks_due_soon[0].id", equalTo(first.id()))
        .body("tasks_due_soon[0].deadline", equalTo(today.toString()))
        .body("tasks_due_soon[0].size()", equalTo(5));
  }

  @Test
  void theFiveNewestLinksTellWhatTheyLeadTo() {
    TestUser dev = given.aDeveloper();
    TestTask task = given.aTask("Linked", dev).assignedTo(dev);
    int repository = given.aRepository("octo/cat");
    Work.link(jdbc, task, repository, 1, null);
    Work.link(jdbc, task, repository, null, null);
    Work.link(jdbc, task, repository, 2, null);
    Work.link(jdbc, task, repository, 3, 4);
    Work.link(jdbc, task, repository, null, null);
    int newest = Work.link(jdbc, task, repository, null, 5);
    Work.link(jdbc, given.aTask("Of others", dev), repository, 9, null);

    as(dev)
        .get("/dashboard/client")
        .then()
        .body("githubActivity", hasSize(5))
        .body("githubActivity[0].id", equalTo(newest))
        .body("githubActivity.title.unique()", contains("Linked"))
        .body("githubActivity.repo.unique()", contains("octo/cat"))
        .body(
            "githubActivity.type",
            contains("pull_request", "repository", "pull_request", "issue", "repository"))
        .body(
            "githubActivity.label",
            contains("#5", "Linked repository", "#4", "#2", "Linked repository"))
        .body(
            "githubActivity.url",
            contains(
                "https://github.com/octo/cat/pull/5",
                "https://github.com/octo/cat",
                "https://github.com/octo/cat/pull/4",
                "https://github.com/octo/cat/issues/2",
                "https://github.com/octo/cat"));
  }

  @Test
  void projectsShowTheProgressOfAllTheirTasksRoundedHalfUp() {
    TestUser dev = given.aDeveloper();
    TestUser other = given.aDeveloper("Other");
    TestProject project = given.aProject("Eight", other).withMember(dev);
    for (int i = 0; i < 8; i++) {
      given.aTask("T" + i, other).in(project).withStatus(i == 0 ? "completed" : "todo");
    }
    given.aProject("Empty", dev).withStatus("on_hold");
    given.aProject("Of others", other);

    as(dev)
        .get("/dashboard/client")
        .then()
        .body("projects.name", contains("Eight", "Empty"))
        .body("projects.status", contains("active", "on_hold"))
        .body("projects.task_count", contains(8, 0))
        .body("projects.completion_percentage", contains(13, 0));
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
    TestUser lead = given.aTeamLead();
    int repository = given.aRepository("octo/cat");
    rows(lead, repository, 1);
    int withOne =
        statementsOf(
            () -> as(lead).get("/dashboard/client").then().body("recentTasks", hasSize(1)));
    rows(lead, repository, 99);
    int withMany =
        statementsOf(
            () -> as(lead).get("/dashboard/client").then().body("recentTasks", hasSize(100)));

    assertThat(withMany).isEqualTo(withOne);
  }

  private void rows(TestUser lead, int repository, int count) {
    for (int i = 0; i < count; i++) {
      TestTask task =
          given.aTask("T" + i, lead).in(given.aProject("P" + i, lead)).due(clock.instant());
      Work.link(jdbc, task, repository, i + 1, null);
    }
  }

  @Test
  void thousandsOfTasksArriveComplete() {
    TestUser dev = given.aDeveloper();
    jdbc.sql(
            "INSERT INTO tasks (title, status, created_by, assigned_to) SELECT 'Task ' || n, 'todo', :dev, :dev"
                + " FROM generate_series(1, 3000) n")
        .param("dev", dev.id())
        .update();

    List<Integer> ids = as(dev).get("/dashboard/client").path("recentTasks.id");
    assertThat(ids).hasSize(3000).doesNotHaveDuplicates();
  }

  @Test
  void adminsHaveAnotherDashboard() {
    as(given.anAdmin())
        .get("/dashboard/client")
        .then()
        .statusCode(403)
        .body("message", equalTo("Insufficient permissions"));
  }
}
