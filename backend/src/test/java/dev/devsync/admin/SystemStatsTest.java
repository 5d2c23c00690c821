package dev.devsync.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemStatsTest extends HttpTest {

  @Test
  void itCountsPeopleProjectsAndTasks() {
    TestUser admin = given.anAdmin();
    TestUser lead = given.aTeamLead();
    given.aDeveloper();
    for (String status : List.of("active", "active", "completed", "on_hold", "cancelled")) {
      given.aProject(status, lead).withStatus(status);
    }
    for (String status : List.of("backlog", "todo", "in_progress", "review", "done", "completed")) {
      given.aTask(status, lead).withStatus(status);
    }

    for (TestUser manager : List.of(admin, lead)) {
      as(manager)
          .get("/admin/stats")
          .then()
          .statusCode(200)
          .body("users", equalTo(Map.of("total", 3, "admins", 1, "team_leads", 1, "developers", 1)))
          .body(
              "projects",
              equalTo(
                  Map.of("total", 5, "active", 2, "completed", 1, "on_hold", 1, "cancelled", 1)))
          .body(
              "tasks",
              equalTo(
                  Map.of(
                      "total",
                      6,
                      "backlog",
                      1,
                      "todo",
                      1,
                      "in_progress",
                      1,
                      "review",
                      1,
                      "done",
                      2)));
    }
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheNumberOfRows() {
    TestUser admin = given.anAdmin();
    int withOne = statementsOf(() -> as(admin).get("/admin/stats").then().statusCode(200));
    for (int i = 0; i < 100; i++) {
      given.aTask("T" + i, admin).in(given.aProject("P" + i, admin));
    }
    int withMany = statementsOf(() -> as(admin).get("/admin/stats").then().statusCode(200));

    assertThat(withMany).isEqualTo(withOne);
  }

  @Test
  void developersAreRefused() {
    as(given.aDeveloper())
        .get("/admin/stats")
        .then()
        .statusCode(403)
        .body("", equalTo(Map.of("message", "Insufficient permissions")));
  }

  @Test
  void itAnswersTwentyTimesAMinute() {
    TestUser admin = given.anAdmin();
    for (int i = 0; i < 20; i++) {
      as(admin).get("/admin/stats").then().statusCode(200);
    }

    as(admin)
        .get("/admin/stats")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("message", equalTo("Rate limit exceeded. Please try again later."));
  }
}
