package dev.devsync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.tasks.TasksViewed;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

class DashboardLoadingTest extends HttpTest {

  private static final Map<String, String> FAILED =
      Map.of(
          "message", "An error occurred while loading the dashboard",
          "error", "An unexpected error occurred");

  @Autowired private ConfigurableApplicationContext context;

  /** Runs the test while no query can read the column. */
  private void without(String table, String column, Runnable test) {
    jdbc.sql("ALTER TABLE %s RENAME COLUMN %s TO missing".formatted(table, column)).update();
    try {
      test.run();
    } finally {
      jdbc.sql("ALTER TABLE %s RENAME COLUMN missing TO %s".formatted(table, column)).update();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dashboard", "/dashboard/client", "/dashboard/admin"})
  void failuresAreToldInTheDashboardsOwnWords(String path) {
    TestUser user = path.equals("/dashboard") ? given.aDeveloper() : given.aTeamLead();

    without(
        "tasks",
        "status",
        () -> as(user).get(path).then().statusCode(500).body("", equalTo(FAILED)));
  }

  @Test
  void soAreFailuresOfAProjectsDashboard() {
    TestUser lead = given.aTeamLead();
    TestProject project = given.aProject("Alpha", lead);

    without(
        "tasks",
        "status",
        () ->
            as(lead)
                .get("/dashboard/projects/" + project.id())
                .then()
                .statusCode(500)
                .body("", equalTo(FAILED)));
  }

  @Test
  void soAreFailuresThatShowWhileTheAnswerIsWritten() {
    TestUser dev = given.aDeveloper();

    without(
        "tasks",
        "description",
        () -> as(dev).get("/dashboard/client").then().statusCode(500).body("", equalTo(FAILED)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dashboard", "/dashboard/client", "/dashboard/admin"})
  void aDatabaseThatGoesAwayIsNoFailureOfTheDashboard(String path) {
    TestUser user = path.equals("/dashboard") ? given.aDeveloper() : given.aTeamLead();
    jdbc.sql(
            "CREATE FUNCTION going_away() RETURNS boolean LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'going away' USING ERRCODE = '57P01'; END $$")
        .update();
    jdbc.sql("ALTER TABLE tasks RENAME TO kept_tasks").update();
    jdbc.sql("CREATE VIEW tasks AS SELECT k.* FROM going_away(), kept_tasks k").update();
    try {
      as(user).get(path).then().statusCode(503).body("status", equalTo("error"));
    } finally {
      jdbc.sql("DROP VIEW tasks").update();
      jdbc.sql("ALTER TABLE kept_tasks RENAME TO tasks").update();
      jdbc.sql("DROP FUNCTION going_away()").update();
    }
  }

  @Test
  void whoLoadsADashboardHasLookedAtTheirTasks() {
    TestUser lead = given.aTeamLead();
    TestProject project = given.aProject("Alpha", lead);
    List<Integer> viewers = new ArrayList<>();
    ApplicationListener<PayloadApplicationEvent<TasksViewed>> listener =
        new ApplicationListener<>() {
          @Override
          public void onApplicationEvent(PayloadApplicationEvent<TasksViewed> event) {
            viewers.add(event.getPayload().viewer().id());
          }
        };
    context.addApplicationListener(listener);
    try {
      for (String path : List.of("", "/client", "/admin", "/projects/" + project.id())) {
        as(lead).get("/dashboard" + path).then().statusCode(200);
      }
    } finally {
      context.removeApplicationListener(listener);
    }
    assertThat(viewers).containsExactly(lead.id(), lead.id(), lead.id(), lead.id());
  }
}
