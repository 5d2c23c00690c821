package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.platform.access.Actor;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class TaskHistoryTest extends HttpTest {

  @Autowired private TaskChanges taskChanges;

  private TestUser lead;
  private TestUser dave;
  private TestTask task;

  @BeforeEach
  void aTask() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    task = given.aTask("Fuel", lead).assignedTo(dave);
  }

  private void put(TestUser user, String json) {
    as(user, json).put("/tasks/" + task.id()).then().statusCode(200);
  }

  @Test
  void theNewestChangeComesFirstWithWhoMadeItAndWhatItChanged() {
    put(lead, "{\"title\": \"Fill it\", \"deadline\": \"2026-05-20\"}");
    put(dave, "{\"status\": \"done\"}");

    as(dave)
        .get("/tasks/" + task.id() + "/history")
        .then()
        .statusCode(200)
        .body("history.type", contains("task.completed", "task.updated"))
        .body("history.actor_id", contains(dave.id(), lead.id()))
        .body("history.actor_name", contains("Dave", lead.name()))
        .body("history[0].changes", hasSize(1))
        .body("history[0].changes[0].field", equalTo("status"))
        .body("history[0].changes[0].from", equalTo("todo"))
        .body("history[0].changes[0].to", equalTo("done"))
        .body("history[0].created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
        .body("history[1].changes.field", contains("title", "deadline"))
        .body("history[1].changes[1].from", nullValue())
        .body("history[1].changes[1].to", equalTo("2026-05-20T00:00:00Z"))
        .body("pagination.total", equalTo(2));
    List<Integer> seqs = as(dave).get("/tasks/" + task.id() + "/history").path("history.seq");
    assertThat(seqs.getFirst()).isGreaterThan(seqs.getLast());
  }

  @Test
  void theCreationIsItsFirstEntry() {
    int id =
        as(lead, "{\"title\": \"New\", \"description\": \"\", \"status\": \"todo\"}").post("/tasks").path("task.id");

    as(lead)
        .get("/tasks/" + id + "/history")
        .then()
        .body("history.type", contains("task.created"))
        .body("history[0].changes", empty());
  }

  @Test
  void eventsOfOtherKindsAppearAsStored() {
    jdbc.sql("INSERT INTO ops.events (type, task_id, actor_id, payload) VALUES ('comment.added', ?, ?, '{\"a\": 1}')")
        .params(task.id(), dave.id())
        .update();
    jdbc.sql("INSERT INTO ops.events (type, task_id, payload) VALUES ('link.added', ?, '{\"changes\": \"none\"}')")
        .param(task.id())
        .update();

    as(lead)
        .get("/tasks/" + task.id() + "/history")
        .then()
        .body("history.type", contains("link.added", "comment.added"))
        .body("history.actor_id", contains(null, dave.id()))
        .body("history[0].changes", empty());
  }

  @Test
  void changesByNobodyAndByPeopleWhoAreGoneHaveNoName() {
    TestUser gone = given.aTeamLead();
    put(gone, "{\"progress\": 10}");
    jdbc.sql("DELETE FROM users WHERE id = ?").param(gone.id()).update();
    taskChanges.apply(Actor.GITHUB, task.id(), TaskPatch.status("done"));

    as(lead)
        .get("/tasks/" + task.id() + "/history")
        .then()
        .body("history.actor_id", contains(null, gone.id()))
        .body("history.actor_name", contains(nullValue(), nullValue()));
  }

  @Test
  void theHistoryComesInPages() {
    for (int progress = 1; progress <= 5; progress++) {
      put(dave, "{\"progress\": %d}".formatted(progress));
    }

    as(dave)
        .get("/tasks/" + task.id() + "/history?page=2&per_page=2")
        .then()
        .body("history", hasSize(2))
        .body("history[0].changes[0].to", equalTo(3))
        .body("history[1].changes[0].to", equalTo(2))
        .body("pagination.page", equalTo(2))
        .body("pagination.per_page", equalTo(2))
        .body("pagination.pages", equalTo(3));
    as(dave)
        .get("/tasks/" + task.id() + "/history?page=x&per_page=9999")
        .then()
        .body("history", hasSize(5))
        .body("pagination.per_page", equalTo(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "99999999999", "x"})
  void whatIsNoTaskHasNoHistory(String id) {
    as(lead).get("/tasks/" + id + "/history").then().statusCode(404);
  }

  @Test
  void theHistoryIsAsVisibleAsTheTask() {
    as(given.aDeveloper("Erin")).get("/tasks/" + task.id() + "/history").then().statusCode(404);
  }

  @Test
  void theHistoryTakesTheSameStatementsForOneEntryAndForAHundred() {
    put(dave, "{\"progress\": 1}");
    String path = "/tasks/" + task.id() + "/history?per_page=200";
    int forOne = statementsOf(() -> as(dave).get(path).then().body("history", hasSize(1)));
    jdbc.sql(
            "INSERT INTO ops.events (type, task_id, actor_id, payload)"
                + " SELECT 'comment.added', ?, ?, '{}' FROM generate_series(1, 99)")
        .params(task.id(), dave.id())
        .update();

    assertThat(statementsOf(() -> as(dave).get(path).then().body("history", hasSize(100)))).isEqualTo(forOne);
  }
}
