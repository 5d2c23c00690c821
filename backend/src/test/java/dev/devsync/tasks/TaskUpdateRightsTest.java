package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskUpdateRightsTest extends HttpTest {

  private TestUser lead;
  private TestUser dave;
  private TestUser erin;
  private TestProject foreign;
  private TestTask task;

  @BeforeEach
  void aTaskOfDaves() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    erin = given.aDeveloper("Erin");
    foreign = given.aProject("Foreign", lead);
    task = given.aTask("Fuel", lead).assignedTo(dave);
  }

  private ValidatableResponse put(TestUser user, String json) {
    return as(user, json).put("/tasks/" + task.id()).then();
  }

  private Map<String, Object> row() {
    return jdbc.sql("SELECT * FROM tasks WHERE id = ?").param(task.id()).query().singleRow();
  }

  @Test
  void theAssigneeChangesTheirTaskSendingTheFormAsItIs() {
    put(dave, "{\"status\": \"done\", \"assigned_to\": \"%d\", \"project_id\": \"\"}".formatted(dave.id()))
        .statusCode(200)
        .body("task.status", equalTo("done"));
  }

  @Test
  void somebodyWhoOnlySeesTheTaskCannotChangeIt() {
    task.in(given.aProject("Rocket", lead).withMember(erin));

    put(erin, "{\"status\": \"done\"}")
        .statusCode(403)
        .body("message", equalTo("You can only update tasks assigned to you"));
    assertThat(row()).containsEntry("status", "todo");
  }

  @Test
  void theCreatorAloneCannotChangeIt() {
    TestTask created = given.aTask("Created", erin);

    as(erin, "{\"status\": \"done\"}")
        .put("/tasks/" + created.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("You can only update tasks assigned to you"));
  }

  @Test
  void whoCannotSeeTheTaskIsToldThatItDoesNotExist() {
    put(erin, "{\"status\": \"done\"}").statusCode(404).body("message", equalTo("Resource not found"));
    as(lead, "{\"status\": 7}").put("/tasks/999999").then().statusCode(404);
    as(lead, "{\"status\": 7}").put("/tasks/99999999999").then().statusCode(404);
  }

  @Test
  void rightsAreCheckedBeforeTheInputAndTheGateBeforeBoth() {
    put(erin, "{\"status\": 7}").statusCode(404);
    put(erin, "{\"status\"").statusCode(400).body("message", equalTo("Invalid JSON format in request body"));
    put(erin, "7").statusCode(400).body("message", equalTo("Invalid or missing JSON body"));
    task.in(given.aProject("Rocket", lead).withMember(erin));
    put(erin, "{\"status\": 7}").statusCode(403);
  }

  @Test
  void onlyManagersReassign() {
    for (Object other : new Object[] {erin.id(), "\"\"", "null", 999999}) {
      put(dave, "{\"title\": \"Changed\", \"assigned_to\": %s}".formatted(other))
          .statusCode(403)
          .body("message", equalTo("You do not have permission to reassign tasks"));
    }
    assertThat(row()).containsEntry("title", "Fuel").containsEntry("assigned_to", dave.id());

    put(lead, "{\"assigned_to\": %d}".formatted(erin.id())).statusCode(200).body("task.assigned_to", equalTo(erin.id()));
  }

  @Test
  void aDeveloperMovesATaskOnlyToProjectsOfTheirsOrOutOfOne() {
    TestProject joined = given.aProject("Joined", lead).withMember(dave);
    TestProject own = given.aProject("Own", dave);

    put(dave, "{\"title\": \"Changed\", \"project_id\": %d}".formatted(foreign.id()))
        .statusCode(403)
        .body("message", equalTo("You do not have access to this project"));
    assertThat(row()).containsEntry("title", "Fuel").containsEntry("project_id", null);
    put(dave, "{\"project_id\": %d}".formatted(joined.id())).statusCode(200);
    put(dave, "{\"project_id\": %d}".formatted(own.id())).statusCode(200);
    put(dave, "{\"project_id\": null}").statusCode(200).body("task.project_id", nullValue());
  }

  @Test
  void aDeveloperMayLeaveATaskInAForeignProjectWhereItIs() {
    task.in(foreign);

    put(dave, "{\"project_id\": %d, \"progress\": 5}".formatted(foreign.id()))
        .statusCode(200)
        .body("task.project_id", equalTo(foreign.id()));
  }

  @Test
  void peopleAndProjectsMustExist() {
    put(lead, "{\"title\": \"Changed\", \"assigned_to\": 999999}")
        .statusCode(400)
        .body("message", equalTo("Assigned user not found"));
    put(lead, "{\"title\": \"Changed\", \"project_id\": 999999}")
        .statusCode(400)
        .body("message", equalTo("Project not found"));
    put(dave, "{\"title\": \"Changed\", \"project_id\": 999999}")
        .statusCode(400)
        .body("message", equalTo("Project not found"));
    assertThat(row()).containsEntry("title", "Fuel").containsEntry("version", 0);
  }

  @Test
  void aRoleThatWasTakenAwayCountsAtOnce() {
    jdbc.sql("UPDATE users SET role = 'developer' WHERE id = ?").param(lead.id()).update();

    put(lead, "{\"status\": \"done\"}").statusCode(403);
  }
}
