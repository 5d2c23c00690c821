package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskUpdateTest extends HttpTest {

  private TestUser lead;
  private TestUser dave;
  private TestProject project;
  private TestTask task;

  @BeforeEach
  void anAssignedTask() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    project = given.aProject("Rocket", lead);
    task = given.aTask("Fuel", lead).assignedTo(dave).in(project).due(Instant.parse("2026-05-20T00:00:00Z"));
    clock.advance(Duration.ofMinutes(1));
  }

  private ValidatableResponse put(TestUser user, String json) {
    return as(user, json).put("/tasks/" + task.id()).then();
  }

  private Map<String, Object> row() {
    return jdbc.sql("SELECT * FROM tasks WHERE id = ?").param(task.id()).query().singleRow();
  }

  @Test
  void allFieldsChangeTogether() {
    TestProject other = given.aProject("Saturn", lead);

    put(lead, """
            {"title": "Fill it", "description": "Up to the top", "status": "completed", "priority": "low",
             "progress": 100, "assigned_to": "%d", "project_id": "%d", "deadline": "2026-06-01", "completed_date": "x"}"""
            .formatted(lead.id(), other.id()))
        .statusCode(200)
        .body("message", equalTo("Task updated successfully"))
        .body("task.id", equalTo(task.id()))
        .body("task.title", equalTo("Fill it"))
        .body("task.description", equalTo("Up to the top"))
        .body("task.status", equalTo("completed"))
        .body("task.priority", equalTo("low"))
        .body("task.progress", equalTo(100))
        .body("task.assigned_to", equalTo(lead.id()))
        .body("task.assignee_name", equalTo(lead.name()))
        .body("task.project_id", equalTo(other.id()))
        .body("task.project_name", equalTo("Saturn"))
        .body("task.deadline", equalTo("2026-06-01T00:00:00Z"))
        .body("task.version", equalTo(1));
  }

  @Test
  void theUpdateIsRecordedWithTheChangedFields() {
    put(lead, "{\"priority\": \"high\", \"deadline\": null, \"title\": \"Fuel\"}").statusCode(200);

    assertThat(audited("task_updated").getFirst())
        .hasEntrySatisfying(
            "metadata",
            json ->
                assertThat(json)
                    .hasToString(
                        "{\"project_id\":%d,\"assigned_to\":%d,\"changed\":[\"priority\",\"deadline\"]}"
                            .formatted(project.id(), dave.id())));
    assertThat(events("task.updated").getFirst().get("json").toString())
        .contains("{\"field\":\"priority\",\"from\":\"medium\",\"to\":\"high\"}")
        .contains("{\"field\":\"deadline\",\"from\":\"2026-05-20T00:00:00Z\",\"to\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "todo, done, task.completed",
    "todo, completed, task.completed",
    "done, todo, task.reopened",
    "done, completed, task.updated",
    "todo, review, task.updated"
  })
  void becomingAndCeasingToBeCompleteHasAnEventOfItsOwn(String from, String to, String event) {
    task.withStatus(from).set("progress", 30);

    put(lead, "{\"status\": \"%s\"}".formatted(to)).statusCode(200).body("task.status", equalTo(to));

    assertThat(events(event)).hasSize(1);
    assertThat(row()).containsEntry("progress", 30);
  }

  @Test
  void fullProgressDoesNotCompleteATask() {
    put(dave, "{\"progress\": 100}").body("task.status", equalTo("todo")).body("task.progress", equalTo(100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\""})
  void deadlineProjectAndAssigneeCanBeCleared(String none) {
    put(lead, "{\"deadline\": %1$s, \"project_id\": %1$s, \"assigned_to\": %1$s}".formatted(none))
        .statusCode(200)
        .body("task.deadline", nullValue())
        .body("task.project_id", nullValue())
        .body("task.project_name", nullValue())
        .body("task.assigned_to", nullValue())
        .body("task.assignee_name", nullValue());
  }

  @Test
  void nullClearsADescriptionAndKeepsWhatATaskAlwaysHas() {
    put(lead, "{\"description\": null, \"title\": null, \"status\": null, \"priority\": null, \"progress\": null}")
        .statusCode(200)
        .body("task.description", nullValue())
        .body("task.title", equalTo("Fuel"))
        .body("task.status", equalTo("todo"))
        .body("task.priority", equalTo("medium"))
        .body("task.progress", equalTo(0));
  }

  @Test
  void whatChangesNothingHasNoSideEffects() {
    task.set("priority", null).set("progress", null);
    Map<String, Object> before = row();

    for (String same : List.of(
        "{\"completed_date\": \"2026-01-01\", \"issue_id\": 99999999999999}",
        "{\"priority\": \"medium\", \"progress\": 0, \"status\": \"todo\"}",
        "{\"title\": \"Fuel\", \"description\": \"\", \"assigned_to\": \"%d\", \"project_id\": %d}"
            .formatted(dave.id(), project.id()),
        "{\"deadline\": \"2026-05-20T02:00:00+02:00\"}")) {
      put(lead, same).statusCode(200).body("task.version", equalTo(0));
    }

    assertThat(row()).isEqualTo(before);
    assertThat(audited("task_updated")).isEmpty();
    assertThat(events("task.updated")).isEmpty();
  }

  @Test
  void aChangeMovesTheTimeOfUpdate() {
    Object before = row().get("updated_at");

    put(dave, "{\"progress\": 10}").statusCode(200);

    assertThat(row().get("updated_at")).isNotEqualTo(before);
    assertThat(row()).containsEntry("version", 1);
  }

  @Test
  void aChangeBasedOnAnOldVersionIsAConflictThatShowsThePresentTask() {
    put(lead, "{\"title\": \"Fill it\", \"version\": 0}").statusCode(200);

    put(dave, "{\"title\": \"Empty it\", \"version\": 0}")
        .statusCode(409)
        .body("message", equalTo("The task was changed by someone else"))
        .body("task.title", equalTo("Fill it"))
        .body("task.version", equalTo(1));
    put(dave, "{\"title\": \"Empty it\"}").statusCode(200).body("task.version", equalTo(2));

    assertThat(events("task.updated")).hasSize(2);
  }

  @Test
  void theAssigneeMayGoByItsOlderName() {
    put(lead, "{\"assignee_id\": %d}".formatted(lead.id())).body("task.assigned_to", equalTo(lead.id()));
  }

  @Test
  void anUpdateTakesTheSameStatementsWhateverChanges() {
    int one = statementsOf(() -> put(lead, "{\"progress\": 5}").statusCode(200));

    assertThat(
            statementsOf(
                () -> put(lead, "{\"progress\": 6, \"title\": \"New\", \"description\": \"x\"}").statusCode(200)))
        .isEqualTo(one);
  }

  @Test
  void ofManyChangesOfOneVersionAtOnceOneSucceeds() throws Exception {
    List<Callable<Integer>> requests =
        IntStream.range(0, 6)
            .<Callable<Integer>>mapToObj(
                n ->
                    () ->
                        as(lead, "{\"progress\": %d, \"version\": 0}".formatted(n + 1))
                            .put("/tasks/" + task.id())
                            .statusCode())
            .toList();
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : executor.invokeAll(requests)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(events("task.updated")).hasSize(1);
  }
}
