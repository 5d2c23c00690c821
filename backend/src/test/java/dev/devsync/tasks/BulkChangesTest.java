package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkChangesTest extends HttpTest {

  private TestUser lead;
  private TestUser dave;
  private TestTask first;
  private TestTask second;

  @BeforeEach
  void twoTasks() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    first = given.aTask("First", lead).assignedTo(dave);
    second = given.aTask("Second", lead);
  }

  private ValidatableResponse patch(TestUser user, String json) {
    return as(user, json).patch("/tasks/bulk").then();
  }

  private String both(String fields) {
    return "{\"ids\": [%d, %d], %s}".formatted(first.id(), second.id(), fields);
  }

  @Test
  void aDatabaseThatGoesAwayHalfWayChangesNothing() {
    TestTask third = given.aTask("Third", lead);
    jdbc.sql(
            "CREATE FUNCTION go_away() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'going away' USING ERRCODE = '57P01'; END $$")
        .update();
    jdbc.sql(
            "CREATE TRIGGER go_away BEFORE UPDATE ON tasks FOR EACH ROW WHEN (old.id = %d)"
                    .formatted(second.id())
                + " EXECUTE FUNCTION go_away()")
        .update();
    try {
      patch(
              lead,
              "{\"ids\": [%d, %d, %d], \"priority\": \"high\"}"
                  .formatted(first.id(), second.id(), third.id()))
          .statusCode(503);
      as(lead).get("/tasks/" + first.id()).then().body("task.priority", equalTo("medium"));
      assertThat(events("task.updated")).isEmpty();
    } finally {
      jdbc.sql("DROP FUNCTION go_away CASCADE").update();
    }
  }

  @Test
  void everyTaskGetsAllTheFieldsAndAResultInTheOrderAskedFor() {
    TestProject project = given.aProject("Rocket", lead);

    patch(
            lead,
            """
            {"ids": ["%d", %d], "status": "completed", "priority": "urgent", "assigned_to": %d, "project_id": "%d",
             "deadline": "2026-05-20", "title": "is not changed in bulk"}"""
                .formatted(second.id(), first.id(), lead.id(), project.id()))
        .statusCode(200)
        .body("results.id", contains(second.id(), first.id()))
        .body("results.status", contains(200, 200))
        .body("results.message", contains("Task updated successfully", "Task updated successfully"))
        .body("results.task.title", contains("Second", "First"))
        .body("results.task.status", contains("completed", "completed"))
        .body("results.task.priority", contains("urgent", "urgent"))
        .body("results.task.assigned_to", contains(lead.id(), lead.id()))
        .body("results.task.project_name", contains("Rocket", "Rocket"))
        .body("results.task.deadline", contains("2026-05-20T00:00:00Z", "2026-05-20T00:00:00Z"));
    assertThat(audited("task_updated")).hasSize(2);
    assertThat(events("task.completed")).hasSize(2);
  }

  @Test
  void oneRefusalStopsNoOther() {
    TestTask seen = given.aTask("Seen", lead).in(given.aProject("Rocket", lead).withMember(dave));

    patch(
            dave,
            "{\"ids\": [%d, %d, 999999, %d], \"status\": \"done\"}"
                .formatted(second.id(), seen.id(), first.id()))
        .statusCode(200)
        .body("results.id", contains(second.id(), seen.id(), 999999, first.id()))
        .body("results.status", contains(404, 403, 404, 200))
        .body("results[0].message", equalTo("Resource not found"))
        .body("results[1].message", equalTo("You can only update tasks assigned to you"))
        .body("results[1].task", nullValue())
        .body("results[3].task.status", equalTo("done"));
    assertThat(events("task.completed")).hasSize(1);
  }

  @Test
  void theRulesOfASingleUpdateHoldForEach() {
    patch(dave, both("\"assigned_to\": " + lead.id())).body("results.status", contains(403, 404));
    patch(dave, both("\"project_id\": " + given.aProject("Foreign", lead).id()))
        .body("results[0].message", equalTo("You do not have access to this project"));
    patch(lead, both("\"assigned_to\": 999999"))
        .body("results.status", contains(400, 400))
        .body("results.message", contains("Assigned user not found", "Assigned user not found"));
    patch(lead, both("\"project_id\": 999999"))
        .body("results[1].message", equalTo("Project not found"));
    assertThat(events("task.updated")).isEmpty();
  }

  @Test
  void howeverManyTasksItTakesTheSameStatements() {
    TestProject project = given.aProject("Rocket", lead);
    List<Integer> many =
        IntStream.range(0, 60)
            .mapToObj(n -> given.aTask("Task " + n, lead).assignedTo(dave).id())
            .toList();
    String fields = "\"status\": \"%s\", \"assigned_to\": %d, \"project_id\": " + project.id();

    int forTwo =
        statementsOf(() -> patch(lead, both(fields.formatted("done", lead.id()))).statusCode(200));
    int forMany =
        statementsOf(
            () ->
                patch(
                        lead,
                        "{\"ids\": %s, %s}".formatted(many, fields.formatted("done", lead.id())))
                    .statusCode(200)
                    .body("results.findAll { it.status == 200 }", hasSize(60)));

    assertThat(forMany).isEqualTo(forTwo).isLessThan(25);
    assertThat(audited("task_updated")).hasSize(62);
    assertThat(events("task.completed")).hasSize(62);
    assertThat(notificationsOf(dave)).hasSize(61);
  }

  @Test
  void nullClears() {
    patch(lead, both("\"assigned_to\": null, \"deadline\": null, \"project_id\": \"\""))
        .body("results.task.assigned_to", contains(null, null));
    assertThat(events("task.updated")).hasSize(1);
  }

  @Test
  void aTaskNamedTwiceIsChangedOnce() {
    patch(lead, "{\"ids\": [%1$d, \"%1$d\"], \"priority\": \"low\"}".formatted(first.id()))
        .body("results", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"status": "done"}                          | ids must be a list of 1 to 500 task IDs
          {"ids": [], "status": "done"}               | ids must be a list of 1 to 500 task IDs
          {"ids": null, "status": "done"}             | ids must be a list of 1 to 500 task IDs
          {"ids": 1, "status": "done"}                | ids must be a list of 1 to 500 task IDs
          {"ids": ["x"], "status": "done"}            | ids must be a list of 1 to 500 task IDs
          {"ids": [2147483648], "status": "done"}     | ids must be a list of 1 to 500 task IDs
          {"ids": [1]}                                | At least one of status, priority, assigned_to, project_id, deadline is required
          {"ids": [1], "title": "New title"}          | At least one of status, priority, assigned_to, project_id, deadline is required
          {"ids": [1], "status": null}                | At least one of status, priority, assigned_to, project_id, deadline is required
          {"ids": [1], "status": "nonsense"}          | Status must be one of: backlog, todo, in_progress, review, done
          {"ids": [1], "priority": 5}                 | Priority must be one of: low, medium, high, urgent
          {"ids": [1], "assigned_to": "x"}            | Assignee ID must be an integer
          {"ids": [1], "project_id": 1.5}             | Project ID must be an integer
          {"ids": [1], "deadline": "soon"}            | Deadline must be a valid ISO 8601 date
          """)
  void badInputIsRefusedAsAWhole(String json, String message) {
    patch(lead, json).statusCode(400).body("message", equalTo(message));
    assertThat(events("task.updated")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500, 200", "501, 400"})
  void thereMayBeFiveHundredTasks(int count, int status) {
    List<Integer> ids = IntStream.rangeClosed(1_000_001, 1_000_000 + count).boxed().toList();

    patch(lead, "{\"ids\": %s, \"status\": \"done\"}".formatted(ids)).statusCode(status);
  }

  @Test
  void otherMethodsAndStrangersAreRefused() {
    as(lead, "{}").post("/tasks/bulk").then().statusCode(405);
    anonymous("{}").patch("/tasks/bulk").then().statusCode(401);
  }
}
