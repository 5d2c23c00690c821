package dev.devsync.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectCreationTest extends HttpTest {

  private TestUser lead;
  private TestUser dave;

  @BeforeEach
  void people() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
  }

  @Test
  void aManagerCreatesAProjectWithAllFields() {
    as(lead, """
            {"name": "Rocket", "description": "To the moon", "status": "on-hold",
             "github_repo": "https://github.com/devsync/rocket", "team_members": [%d, "%d", 999999]}"""
            .formatted(dave.id(), dave.id()))
        .post("/projects")
        .then()
        .statusCode(201)
        .body("message", equalTo("Project created successfully"))
        .body("project.name", equalTo("Rocket"))
        .body("project.description", equalTo("To the moon"))
        .body("project.status", equalTo("on_hold"))
        .body("project.github_repo", equalTo("https://github.com/devsync/rocket"))
        .body("project.created_by", equalTo(lead.id()))
        .body("project.team_members.id", contains(dave.id()));
  }

  @Test
  void aProjectNeedsOnlyANameAndADescriptionThatMayBeNull() {
    as(lead, "{\"name\": \"Ion\", \"description\": null, \"team_members\": null, \"github_repo\": \"  \"}")
        .post("/projects")
        .then()
        .statusCode(201)
        .body("project.description", nullValue())
        .body("project.status", equalTo("active"))
        .body("project.github_repo", nullValue())
        .body("project.team_members", empty());
  }

  @Test
  void theCreationIsRecordedOnce() {
    int id =
        as(lead, "{\"name\": \"Rocket\", \"description\": \"\", \"team_members\": [%d]}".formatted(dave.id()))
            .post("/projects")
            .path("project.id");

    assertThat(audited("project_created")).hasSize(1);
    assertThat(audited("project_created").getFirst())
        .containsEntry("actor_user_id", lead.id())
        .containsEntry("resource_type", "project")
        .containsEntry("resource_id", Integer.toString(id));
    assertThat(events("project.created")).hasSize(1);
    assertThat(events("project.created").getFirst())
        .containsEntry("project_id", id)
        .hasEntrySatisfying("json", json -> assertThat(json.toString()).contains("\"members\":[" + dave.id() + "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                  | Missing required fields
          {"name": "Rocket"}                                                  | Missing required fields
          {"description": "x"}                                                | Missing required fields
          {"name": null, "description": "x"}                                  | Missing required fields
          {"name": "ab", "description": ""}                                   | Project name must be between 3 and 100 characters
          {"name": 12345, "description": ""}                                  | Project name must be between 3 and 100 characters
          {"name": "Ro\\u0000cket", "description": ""}                        | Project name must be between 3 and 100 characters
          {"name": "Rocket\\ud83d", "description": ""}                        | Project name must be between 3 and 100 characters
          {"name": ["Rocket"], "description": ""}                             | Project name must be between 3 and 100 characters
          {"name": "Rocket", "description": {}}                               | description is invalid
          {"name": "Rocket", "description": "\\u0000"}                        | description is invalid
          {"name": "Rocket", "description": "", "status": "archived"}         | Status must be one of: active, completed, on_hold, cancelled
          {"name": "Rocket", "description": "", "status": true}               | Status must be one of: active, completed, on_hold, cancelled
          {"name": "Rocket", "description": "", "team_members": 7}            | Team members must be a list of user IDs
          {"name": "Rocket", "description": "", "team_members": {"id": 1}}    | Team members must be a list of user IDs
          {"name": "Rocket", "description": "", "team_members": [1, null]}    | Team members must be a list of user IDs
          {"name": "Rocket", "description": "", "team_members": [1.5]}        | Team members must be a list of user IDs
          {"name": "Rocket", "description": "", "team_members": ["dave"]}     | Team members must be a list of user IDs
          {"name": "Rocket", "description": "", "team_members": [99999999999]} | Team members must be a list of user IDs
          {"name": "Rocket", "description": "", "github_repo": 7}             | GitHub repository URL must be at most 255 characters
          """)
  void badInputIsRefusedAndChangesNothing(String json, String message) {
    as(lead, json).post("/projects").then().statusCode(400).body("message", equalTo(message));
    assertThat(jdbc.sql("SELECT count(*) FROM projects").query(Integer.class).single()).isZero();
    assertThat(audited("project_created")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100, 255, 201", "101, 255, 400", "100, 256, 400", "3, 1, 201"})
  void lengthsAreCountedInCharactersAsPeopleSeeThem(int nameLength, int repoLength, int status) {
    as(lead, "{\"name\": \"%s\", \"description\": \"\", \"github_repo\": \"%s\"}"
            .formatted("🚀".repeat(nameLength), "r".repeat(repoLength)))
        .post("/projects")
        .then()
        .statusCode(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]      | application/json | Invalid or missing JSON body
          {"name": | application/json | Invalid JSON format in request body
          {}       | text/plain       | Missing JSON in request body
          """)
  void whatIsNoJsonObjectIsRefused(String body, String contentType, String message) {
    as(lead).contentType(contentType).body(body).post("/projects").then().statusCode(400).body("message", equalTo(message));
  }

  @Test
  void developersAreRefusedBeforeTheirInputIsLookedAt() {
    as(dave, "{").post("/projects").then().statusCode(403).body("message", equalTo("Insufficient permissions"));
  }

  @Test
  void otherMethodsAreNotAllowed() {
    as(lead).delete("/projects").then().statusCode(405).body("message", equalTo("Method not allowed"));
  }
}
