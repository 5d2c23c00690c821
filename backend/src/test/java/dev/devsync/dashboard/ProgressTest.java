package dev.devsync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest extends HttpTest {

  @Test
  void itCountsWhatIsAssignedToThePerson() {
    TestUser dev = given.aDeveloper();
    given.aTask("A", dev).assignedTo(dev).set("progress", 25).due(clock.instant());
    given
        .aTask("B", dev)
        .assignedTo(dev)
        .set("progress", 100)
        .withStatus("done")
        .due(clock.instant());
    given.aTask("C", dev).assignedTo(dev).set("progress", null).withStatus("completed");
    given.aTask("D", dev).assignedTo(dev).set("progress", 25);
    given.aTask("Of nobody", dev).set("progress", 100);

    as(dev)
        .get("/users/" + dev.id() + "/progress")
        .then()
        .statusCode(200)
        .body("id", equalTo(dev.id()))
        .body("name", equalTo(dev.name()))
        .body("role", equalTo("developer"))
        .body("total_tasks", equalTo(4))
        .body("completed_tasks", equalTo(2))
        .body("active_tasks", equalTo(2))
        .body("avg_progress", equalTo(38))
        .body("due_soon", equalTo(1))
        .body("recent_tasks", hasSize(4))
        .body("size()", equalTo(9));
  }

  @Test
  void theFiveTasksChangedLastAreShownInFull() {
    TestUser dev = given.aDeveloper();
    for (int i = 1; i <= 6; i++) {
      Work.changed(
          given.aTask("T" + i, dev).assignedTo(dev), clock.instant().minus(Duration.ofHours(i)));
    }

    as(given.aTeamLead())
        .get("/users/" + dev.id() + "/progress")
        .then()
        .body("recent_tasks.title", contains("T1", "T2", "T3", "T4", "T5"))
        .body("recent_tasks[0].assignee_name", equalTo(dev.name()));
  }

  @Test
  void withoutTasksEverythingIsNought() {
    TestUser dev = given.aDeveloper();

    as(dev)
        .get("/users/" + dev.id() + "/progress")
        .then()
        .body("total_tasks", equalTo(0))
        .body("avg_progress", equalTo(0))
        .body("recent_tasks", empty());
  }

  @Test
  void developersSeeNobodyElseWhetherTheyExistOrNot() {
    TestUser dev = given.aDeveloper();
    for (int id : List.of(given.anAdmin().id(), 100_000)) {
      as(dev)
          .get("/users/" + id + "/progress")
          .then()
          .statusCode(403)
          .body("message", equalTo("You can only view your own profile"));
    }
  }

  @Test
  void managersAreToldOfMissingPeople() {
    as(given.aTeamLead())
        .get("/users/100000/progress")
        .then()
        .statusCode(404)
        .body("status", equalTo("error"))
        .body("message", equalTo("Resource not found"));
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
    TestUser dev = given.aDeveloper();
    given.aTask("T", dev).assignedTo(dev);
    int withOne =
        statementsOf(() -> as(dev).get("/users/" + dev.id() + "/progress").then().statusCode(200));
    for (int i = 0; i < 99; i++) {
      given.aTask("T" + i, dev).assignedTo(dev);
    }
    int withMany =
        statementsOf(() -> as(dev).get("/users/" + dev.id() + "/progress").then().statusCode(200));

    assertThat(withMany).isEqualTo(withOne);
  }
}
