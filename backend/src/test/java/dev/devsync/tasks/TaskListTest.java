package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

class TaskListTest extends HttpTest {

  @Autowired private ConfigurableApplicationContext context;

  private TestUser lead;
  private TestUser dave;

  @BeforeEach
  void people() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
  }

  @Test
  void managersSeeAllTasksById() {
    TestTask first = given.aTask("Zebra", dave);
    TestTask second = given.aTask("Antelope", lead);

    as(lead).get("/tasks").then().statusCode(200).body("tasks.id", contains(first.id(), second.id()));
  }

  @Test
  void developersSeeWhatIsTheirsAndTheirProjects() {
    TestProject joined = given.aProject("Joined", lead).withMember(dave);
    TestProject created = given.aProject("Created", dave);
    given.aTask("Invisible", lead);
    given.aTask("Invisible too", lead).in(given.aProject("Foreign", lead));
    TestTask assigned = given.aTask("Assigned", lead).assignedTo(dave);
    TestTask own = given.aTask("Own", dave);
    TestTask inJoined = given.aTask("In a project", lead).in(joined);
    TestTask inCreated = given.aTask("In own project", lead).in(created);

    as(dave)
        .get("/tasks")
        .then()
        .body("tasks.id", contains(assigned.id(), own.id(), inJoined.id(), inCreated.id()));
  }

  @Test
  void anItemHasEveryFieldAndNullsAreWritten() {
    TestProject project = given.aProject("Rocket", lead);
    given
        .aTask("Fuel", lead)
        .in(project)
        .assignedTo(dave)
        .due(Instant.parse("2026-05-07T12:00:00.000007Z"))
        .withStatus("in_progress")
        .withPriority("high");
    given.aTask("Bare", lead).set("priority", null).set("progress", null).set("description", null);

    as(lead)
        .get("/tasks")
        .then()
        .header("Content-Type", equalTo("application/json"))
        .body("tasks[0].title", equalTo("Fuel"))
        .body("tasks[0].status", equalTo("in_progress"))
        .body("tasks[0].priority", equalTo("high"))
        .body("tasks[0].project_id", equalTo(project.id()))
        .body("tasks[0].project_name", equalTo("Rocket"))
        .body("tasks[0].assigned_to", equalTo(dave.id()))
        .body("tasks[0].assignee_name", equalTo("Dave"))
        .body("tasks[0].created_by", equalTo(lead.id()))
        .body("tasks[0].creator_name", equalTo(lead.name()))
        .body("tasks[0].deadline", equalTo("2026-05-07T12:00:00.000007Z"))
        .body("tasks[0].version", equalTo(0))
        .body("tasks[0]", not(hasKey("complete")))
        .body("tasks[1].priority", equalTo("medium"))
        .body("tasks[1].progress", equalTo(0))
        .body("tasks[1]", hasKey("description"))
        .body("tasks[1].description", nullValue())
        .body("tasks[1]", hasKey("assignee_name"))
        .body("tasks[1].project_name", nullValue())
        .body("tasks[1].deadline", nullValue());
  }

  @Test
  void statusesOfFormerTimesAreReturnedAsStored() {
    jdbc.sql("ALTER TABLE tasks DROP CONSTRAINT check_valid_task_status").update();
    try {
      given.aTask("Old", lead).withStatus("in_review");
      as(lead).get("/tasks?status=in_review").then().body("tasks.status", contains("in_review"));
    } finally {
      jdbc.sql("UPDATE tasks SET status = 'review'").update();
      jdbc.sql(
              "ALTER TABLE tasks ADD CONSTRAINT check_valid_task_status"
                  + " CHECK (status IN ('backlog', 'todo', 'in_progress', 'review', 'done', 'completed'))")
          .update();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status=todo                            | A
          status=done,review                     | B,C
          status=done&status=review              | B,C
          status=done,&status=                   | B
          status=                                | A,B,C
          status=nonsense                        | ''
          status=%00                             | ''
          priority=medium                        | A,C
          priority=urgent,low                    | B
          assigned_to={dave}                     | A
          assigned_to={dave},{lead}              | A,B
          assigned_to=none                       | C
          assigned_to=none,{dave}                | A,C
          assigned_to=0                          | ''
          assigned_to=-5                         | ''
          assigned_to=99999999999999999999       | ''
          created_by={lead}                      | A,B
          created_by={dave}                      | C
          project_id={project}                   | B
          project_id={project}&status=todo       | ''
          overdue=true                           | A
          overdue=false                          | A,B,C
          due_before=2026-05-20                  | A
          due_before=2026-05-20T00:00:01Z        | A,C
          due_before=2026-05-20T02:00:01%2B02:00 | A,C
          due_before=                            | A,B,C
          q=gate                                 | B,C
          q=GATEWAY                              | B,C
          q=%25                                  | B
          q=o_f                                  | B
          q=o%5Cf                                | ''
          q=%00                                  | ''
          q=%20                                  | A,B,C
          sort=-title                            | C,B,A
          unknown=1                              | A,B,C
          """)
  void theListCanBeNarrowed(String query, String titles) {
    TestProject project = given.aProject("Rocket", lead);
    given.aTask("A", lead).assignedTo(dave).due(Instant.parse("2026-05-19T00:00:00Z")).set("priority", null);
    given
        .aTask("B", lead)
        .in(project)
        .assignedTo(lead)
        .withStatus("done")
        .withPriority("urgent")
        .set("description", "the gateway drops 50% o_f all");
    given
        .aTask("C", dave)
        .withStatus("review")
        .due(Instant.parse("2026-05-20T00:00:00Z"))
        .set("description", "Gateway");

    String filled =
        query
            .replace("{dave}", "" + dave.id())
            .replace("{lead}", "" + lead.id())
            .replace("{project}", "" + project.id());
    List<String> found =
        as(lead).urlEncodingEnabled(false).get("/tasks?" + filled).then().statusCode(200).extract().path("tasks.title");

    assertThat(String.join(",", found)).isEqualTo(titles);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          assigned_to=abc       | assigned_to must be an integer
          assigned_to=1,abc     | assigned_to must be an integer
          assigned_to=1.5       | assigned_to must be an integer
          created_by=none       | created_by must be an integer
          created_by=%D9%A3     | created_by must be an integer
          project_id=null       | project_id must be an integer
          project_id=%00        | project_id must be an integer
          due_before=tomorrow   | Invalid date filter
          due_before=0000-00-00 | Invalid date filter
          due_before=99999-01-01 | Invalid date filter
          sort=colour           | sort must be one of: id, title, status, priority, progress, deadline, created_at, updated_at, assignee; put - in front to reverse
          sort=--id             | sort must be one of: id, title, status, priority, progress, deadline, created_at, updated_at, assignee; put - in front to reverse
          """)
  void filtersThatMakeNoSenseAreRefused(String query, String message) {
    TestProject project = given.aProject("Rocket", lead);
    for (String path : List.of("/tasks?", "/projects/" + project.id() + "/tasks?", "/tasks?page=1&")) {
      as(lead)
          .urlEncodingEnabled(false)
          .get(path + query)
          .then()
          .statusCode(400)
          .body("message", equalTo(message));
    }
  }

  @Test
  void aLongListIsCompleteAndTakesAsManyStatementsAsAShortOne() {
    given.aTask("First", lead).assignedTo(dave);
    int forOne = statementsOf(() -> as(dave).get("/tasks").then().body("tasks.size()", equalTo(1)));
    jdbc.sql(
            "INSERT INTO tasks (title, status, created_by, assigned_to)"
                + " SELECT 'Task ' || n, 'todo', ?, ? FROM generate_series(1, 1999) n")
        .params(lead.id(), dave.id())
        .update();

    assertThat(statementsOf(() -> as(dave).get("/tasks").then().body("tasks.size()", equalTo(2000))))
        .isEqualTo(forOne)
        .isLessThanOrEqualTo(3);
  }

  @Test
  void loadingTheListIsTheOccasionToLookForOverdueTasks() {
    List<Integer> viewers = new CopyOnWriteArrayList<>();
    ApplicationListener<ApplicationEvent> listener =
        event -> {
          if (event instanceof PayloadApplicationEvent<?> published
              && published.getPayload() instanceof TasksViewed viewed) {
            viewers.add(viewed.viewer().id());
          }
        };
    context.addApplicationListener(listener);
    try {
      as(dave).get("/tasks").then().statusCode(200);
      as(lead).get("/tasks?page=1").then().statusCode(200);
    } finally {
      context.removeApplicationListener(listener);
    }
    assertThat(viewers).containsExactly(dave.id(), lead.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks", "/tasks/1", "/tasks/1/history", "/projects/1/tasks"})
  void nobodyReadsTasksWithoutAToken(String path) {
    anonymous().get(path).then().statusCode(401).body("error", equalTo("authorization_required"));
  }

  @Test
  void aTrailingSlashIsAnotherPath() {
    as(lead).get("/tasks/").then().statusCode(404).body("message", equalTo("Resource not found"));
  }
}
