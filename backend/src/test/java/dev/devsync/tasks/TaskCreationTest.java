package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskCreationTest extends HttpTest {

  private static final String MINIMAL = "{\"title\": \"Fuel\", \"description\": null, \"status\": \"todo\"%s}";

  private TestUser lead;
  private TestUser dave;
  private TestProject project;

  @BeforeEach
  void aProject() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    project = given.aProject("Rocket", lead);
  }

  private List<Map<String, Object>> tasks() {
    return jdbc.sql("SELECT * FROM tasks").query().listOfRows();
  }

  @Test
  void aManagerCreatesATaskWithAllFields() {
    as(lead, """
            {"title": "Fuel", "description": "Fill it", "status": "in_progress", "priority": "urgent", "progress": 40,
             "assigned_to": "%d", "project_id": %d, "deadline": "2026-05-20T00:00:00.000Z", "completed_date": null}"""
            .formatted(dave.id(), project.id()))
        .post("/tasks")
        .then()
        .statusCode(201)
        .body("message", equalTo("Task created successfully"))
        .body("task.id", equalTo(tasks().getFirst().get("id")))
        .body("task.title", equalTo("Fuel"))
        .body("task.description", equalTo("Fill it"))
        .body("task.status", equalTo("in_progress"))
        .body("task.priority", equalTo("urgent"))
        .body("task.progress", equalTo(40))
        .body("task.assigned_to", equalTo(dave.id()))
        .body("task.assignee_name", equalTo("Dave"))
        .body("task.project_id", equalTo(project.id()))
        .body("task.project_name", equalTo("Rocket"))
        .body("task.created_by", equalTo(lead.id()))
        .body("task.deadline", equalTo("2026-05-20T00:00:00Z"))
        .body("task.version", equalTo(0));
  }

  @Test
  void whatIsLeftOutHasADefault() {
    as(lead, MINIMAL.formatted(", \"assigned_to\": \"\", \"project_id\": \"\", \"deadline\": \"\", \"priority\": null"))
        .post("/tasks")
        .then()
        .statusCode(201)
        .body("task.description", nullValue())
        .body("task.priority", equalTo("medium"))
        .body("task.progress", equalTo(0))
        .body("task.assigned_to", nullValue())
        .body("task.project_id", nullValue())
        .body("task.deadline", nullValue());
  }

  @Test
  void theAssigneeMayGoByAnOlderNameUnlessTheNewOneIsThere() {
    as(lead, MINIMAL.formatted(", \"assignee_id\": " + dave.id()))
        .post("/tasks")
        .then()
        .body("task.assigned_to", equalTo(dave.id()));
    as(lead, MINIMAL.formatted(", \"assignee_id\": %d, \"assigned_to\": null".formatted(dave.id())))
        .post("/tasks")
        .then()
        .body("task.assigned_to", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-20, 2026-05-20T00:00:00Z",
    "2026-05-20T09:30, 2026-05-20T09:30:00Z",
    "2026-05-20T09:30:00, 2026-05-20T09:30:00Z",
    "2026-05-20T09:30:00.5, 2026-05-20T09:30:00.500Z",
    "2026-05-20T09:30:00.1234567Z, 2026-05-20T09:30:00.123456Z",
    "2026-05-20T09:30:00+02:00, 2026-05-20T07:30:00Z",
    "9999-12-31, 9999-12-31T00:00:00Z"
  })
  void deadlinesAreReadInEveryAcceptedForm(String sent, String answered) {
    as(lead, MINIMAL.formatted(", \"deadline\": \"" + sent + "\""))
        .post("/tasks")
        .then()
        .statusCode(201)
        .body("task.deadline", equalTo(answered));
  }

  @Test
  void theCreationIsRecordedOnce() {
    int id = as(lead, MINIMAL.formatted(", \"project_id\": " + project.id())).post("/tasks").path("task.id");

    assertThat(audited("task_created")).hasSize(1);
    assertThat(audited("task_created").getFirst())
        .containsEntry("actor_user_id", lead.id())
        .containsEntry("resource_id", Integer.toString(id))
        .hasEntrySatisfying(
            "metadata",
            json -> assertThat(json).hasToString("{\"project_id\":%d,\"assigned_to\":null}".formatted(project.id())));
    assertThat(events("task.created")).hasSize(1);
    assertThat(events("task.created").getFirst())
        .containsEntry("task_id", id)
        .containsEntry("project_id", project.id())
        .containsEntry("actor_id", lead.id());
  }

  @Test
  void aDevelopersTaskIsTheirOwn() {
    project.withMember(dave);

    for (String assignee : List.of("", ", \"assigned_to\": \"\"", ", \"assigned_to\": " + dave.id())) {
      as(dave, MINIMAL.formatted(assignee + ", \"project_id\": " + project.id()))
          .post("/tasks")
          .then()
          .statusCode(201)
          .body("task.assigned_to", equalTo(dave.id()))
          .body("task.project_id", equalTo(project.id()));
    }
  }

  @Test
  void aDeveloperCannotCreateTasksForOthersOrInForeignProjects() {
    for (Object somebody : List.of(lead.id(), 999999)) {
      as(dave, MINIMAL.formatted(", \"assigned_to\": " + somebody))
          .post("/tasks")
          .then()
          .statusCode(403)
          .body("message", equalTo("Developers can only create tasks assigned to themselves"));
    }
    as(dave, MINIMAL.formatted(", \"project_id\": " + project.id()))
        .post("/tasks")
        .then()
        .statusCode(403)
        .body("message", equalTo("You do not have access to this project"));
    assertThat(tasks()).isEmpty();
  }

  @Test
  void peopleAndProjectsMustExist() {
    as(lead, MINIMAL.formatted(", \"assigned_to\": 999999, \"project_id\": 999999"))
        .post("/tasks")
        .then()
        .statusCode(400)
        .body("message", equalTo("Assigned user not found"));
    as(lead, MINIMAL.formatted(", \"project_id\": -1"))
        .post("/tasks")
        .then()
        .statusCode(400)
        .body("message", equalTo("Project not found"));
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aTaskCannotBeCreatedCompleted() {
    as(lead, "{\"title\": \"Fuel\", \"description\": \"\", \"status\": \"completed\"}")
        .post("/tasks")
        .then()
        .statusCode(400)
        .body("message", equalTo("Status must be one of: backlog, todo, in_progress, review, done"));
  }
}
