package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskBadInputTest extends HttpTest {

  private TestUser lead;
  private TestTask task;

  @BeforeEach
  void aTask() {
    lead = given.aTeamLead();
    task = given.aTask("Fuel", lead);
  }

  private List<Map<String, Object>> tasks() {
    return jdbc.sql("SELECT * FROM tasks ORDER BY id").query().listOfRows();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title       | "ab"                               | Title must be between 3 and 100 characters
          title       | ""                                 | Title must be between 3 and 100 characters
          title       | 12345                              | Title must be between 3 and 100 characters
          title       | ["Fuel"]                           | Title must be between 3 and 100 characters
          title       | "Fu\\u0000el"                      | Title must be between 3 and 100 characters
          title       | "Fuel\\ud83d"                      | Title must be between 3 and 100 characters
          title       | "\\udc00Fuel"                      | Title must be between 3 and 100 characters
          description | 7                                  | description is invalid
          description | "a\\u0000"                         | description is invalid
          description | "\\ud800\\ud800"                   | description is invalid
          status      | "nonsense"                         | Status must be one of: backlog, todo, in_progress, review, done
          status      | "in_review"                        | Status must be one of: backlog, todo, in_progress, review, done
          status      | "Done"                             | Status must be one of: backlog, todo, in_progress, review, done
          status      | ""                                 | Status must be one of: backlog, todo, in_progress, review, done
          status      | 1                                  | Status must be one of: backlog, todo, in_progress, review, done
          status      | {}                                 | Status must be one of: backlog, todo, in_progress, review, done
          progress    | 101                                | Progress must be between 0 and 100
          progress    | -1                                 | Progress must be between 0 and 100
          progress    | 50.5                               | Progress must be between 0 and 100
          progress    | "50"                               | Progress must be between 0 and 100
          progress    | true                               | Progress must be between 0 and 100
          progress    | 99999999999999999999               | Progress must be between 0 and 100
          progress    | 1e400                              | Progress must be between 0 and 100
          priority    | "critical"                         | Priority must be one of: low, medium, high, urgent
          priority    | 3                                  | Priority must be one of: low, medium, high, urgent
          priority    | ""                                 | Priority must be one of: low, medium, high, urgent
          assigned_to | "dave"                             | Assignee ID must be an integer
          assigned_to | 1.5                                | Assignee ID must be an integer
          assigned_to | "1.5"                              | Assignee ID must be an integer
          assigned_to | " 1"                               | Assignee ID must be an integer
          assigned_to | true                               | Assignee ID must be an integer
          assigned_to | [1]                                | Assignee ID must be an integer
          assigned_to | 2147483648                         | Assignee ID must be an integer
          assigned_to | "2147483648"                       | Assignee ID must be an integer
          assigned_to | "99999999999999999999"             | Assignee ID must be an integer
          assignee_id | "dave"                             | Assignee ID must be an integer
          project_id  | "rocket"                           | Project ID must be an integer
          project_id  | {"id": 1}                          | Project ID must be an integer
          project_id  | 9007199254740993                   | Project ID must be an integer
          deadline    | "tomorrow"                         | Deadline must be a valid ISO 8601 date
          deadline    | "2026-02-30"                       | Deadline must be a valid ISO 8601 date
          deadline    | "2026-05-20T25:00:00Z"             | Deadline must be a valid ISO 8601 date
          deadline    | "+294277-01-01T00:00:00Z"          | Deadline must be a valid ISO 8601 date
          deadline    | "10000-01-01"                      | Deadline must be a valid ISO 8601 date
          deadline    | "0000-01-01"                       | Deadline must be a valid ISO 8601 date
          deadline    | "-4714-01-01T00:00:00Z"            | Deadline must be a valid ISO 8601 date
          deadline    | "9999-12-31T23:59:59-12:00"        | Deadline must be a valid ISO 8601 date
          deadline    | 1779235200000                      | Deadline must be a valid ISO 8601 date
          deadline    | " "                                | Deadline must be a valid ISO 8601 date
          deadline    | "2026-05-20\\u0000"                | Deadline must be a valid ISO 8601 date
          """)
  void aBadFieldIsRefusedOnCreationAndUpdateAndChangesNothing(String field, String value, String message) {
    List<Map<String, Object>> before = tasks();
    String creation =
        "{\"title\": \"Fuel\", \"description\": \"\", \"status\": \"todo\", \"%s\": %s}".formatted(field, value);
    String withoutRepetition =
        creation.replaceFirst("\"%s\": \"(Fuel|todo|)\", ".formatted(field), "");

    as(lead, withoutRepetition).post("/tasks").then().statusCode(400).body("message", equalTo(message));
    as(lead, "{\"%s\": %s}".formatted(field, value))
        .put("/tasks/" + task.id())
        .then()
        .statusCode(400)
        .body("message", equalTo(message));

    assertThat(tasks()).isEqualTo(before);
    assertThat(events("task.created")).isEmpty();
    assertThat(events("task.updated")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                              | Invalid or missing JSON body
          []                                              | Invalid or missing JSON body
          null                                            | Invalid or missing JSON body
          "text"                                          | Invalid or missing JSON body
          {"title": "Fuel"                                | Invalid JSON format in request body
          {"title": "a", "title": "b"}                    | Invalid JSON format in request body
          {"unknown": 1}                                  | Missing required fields
          {"title": "Fuel", "description": ""}            | Missing required fields
          {"title": "Fuel", "status": "todo"}             | Missing required fields
          {"description": "", "status": "todo"}           | Missing required fields
          {"title": null, "description": "", "status": "todo"} | Missing required fields
          {"title": "Fuel", "description": "", "status": null} | Missing required fields
          """)
  void anIncompleteTaskIsRefused(String json, String message) {
    as(lead, json).post("/tasks").then().statusCode(400).body("message", equalTo(message));

    assertThat(tasks()).hasSize(1);
  }

  @Test
  void anUpdateWithoutAnyFieldIsRefused() {
    as(lead, "{}")
        .put("/tasks/" + task.id())
        .then()
        .statusCode(400)
        .body("message", equalTo("Invalid or missing JSON body"));
    as(lead, "{\"version\": 1.5, \"title\": \"New\"}")
        .put("/tasks/" + task.id())
        .then()
        .statusCode(400)
        .body("message", equalTo("version is invalid"));
  }

  @ParameterizedTest
  @CsvSource({"100, 201, 200", "101, 400, 400", "3, 201, 200", "2, 400, 400"})
  void titlesAreCountedInCharactersAsPeopleSeeThem(int length, int created, int updated) {
    String title = "🚀".repeat(length);
    as(lead, "{\"title\": \"%s\", \"description\": \"\", \"status\": \"todo\"}".formatted(title))
        .post("/tasks")
        .then()
        .statusCode(created);
    as(lead, "{\"title\": \"%s\"}".formatted(title)).put("/tasks/" + task.id()).then().statusCode(updated);
  }

  @Test
  void aVeryLongDescriptionIsKeptToTheLetter() {
    String text = "Zeile mit Umlauten äöü und 🚀 ".repeat(20_000);

    as(lead, "{\"description\": \"%s\"}".formatted(text)).put("/tasks/" + task.id()).then().statusCode(200);

    assertThat(as(lead).get("/tasks/" + task.id()).<String>path("task.description")).isEqualTo(text);
  }
}
