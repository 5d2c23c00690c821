package dev.devsync.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectUpdateTest extends HttpTest {

  private TestUser lead;
  private TestUser dave;
  private TestUser erin;
  private TestProject project;

  @BeforeEach
  void aProjectWithAMember() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    erin = given.aDeveloper("Erin");
    project = given.aProject("Rocket", lead).withMember(dave);
    clock.advance(Duration.ofMinutes(1));
  }

  private Map<String, Object> row() {
    return jdbc.sql("SELECT * FROM projects WHERE id = ?").param(project.id()).query().singleRow();
  }

  private List<Integer> members() {
    return jdbc.sql("SELECT user_id FROM project_members ORDER BY user_id").query(Integer.class).list();
  }

  @Test
  void allFieldsChangeTogether() {
    as(lead, """
            {"name": "Saturn", "description": "Bigger", "status": "completed", "github_repo": "devsync/saturn"}""")
        .put("/projects/" + project.id())
        .then()
        .statusCode(200)
        .body("message", equalTo("Project updated successfully"))
        .body("project.name", equalTo("Saturn"))
        .body("project.description", equalTo("Bigger"))
        .body("project.status", equalTo("completed"))
        .body("project.github_repo", equalTo("devsync/saturn"))
        .body("project.team_members.id", contains(dave.id()))
        .body("project.version", equalTo(1));
  }

  @Test
  void nullClearsWhatMayBeEmptyAndKeepsWhatMayNot() {
    jdbc.sql("UPDATE projects SET github_repo = 'x', description = 'y'").update();

    as(lead, "{\"name\": null, \"status\": null, \"description\": null, \"github_repo\": null}")
        .put("/projects/" + project.id())
        .then()
        .statusCode(200)
        .body("project.name", equalTo("Rocket"))
        .body("project.status", equalTo("active"))
        .body("project.description", nullValue())
        .body("project.github_repo", nullValue());
  }

  @Test
  void theChangeIsRecordedWithItsFields() {
    as(lead, "{\"status\": \"on-hold\"}").put("/projects/" + project.id()).then().statusCode(200);

    assertThat(audited("project_updated").getFirst())
        .hasEntrySatisfying(
            "metadata",
            json ->
                assertThat(json.toString())
                    .contains("\"status\":\"on_hold\"", "\"team_members\":[" + dave.id() + "]"));
    assertThat(events("project.updated").getFirst().get("json").toString())
        .contains("{\"field\":\"status\",\"from\":\"active\",\"to\":\"on_hold\"}")
        .contains("\"added\":[],\"removed\":[]");
  }

  @Test
  void aNewTeamReplacesTheOldOneAndIsRecordedPersonByPerson() {
    Object before = row().get("updated_at");

    as(lead, "{\"team_members\": [%d, %d, 999999, %d]}".formatted(erin.id(), lead.id(), erin.id()))
        .put("/projects/" + project.id())
        .then()
        .statusCode(200)
        .body("project.team_members.id", contains(lead.id(), erin.id()));

    assertThat(members()).containsExactly(lead.id(), erin.id());
    assertThat(row().get("updated_at")).isNotEqualTo(before);
    assertThat(events("project.updated")).hasSize(1);
    assertThat(events("project.updated").getFirst().get("json").toString())
        .contains("\"added\":[{\"id\":%d".formatted(lead.id()), "\"name\":\"Erin\"")
        .contains("\"removed\":[{\"id\":%d,\"name\":\"Dave\"".formatted(dave.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null"})
  void anEmptyTeamSendsEverybodyAway(String team) {
    as(lead, "{\"team_members\": %s}".formatted(team))
        .put("/projects/" + project.id())
        .then()
        .statusCode(200)
        .body("project.team_members", empty());
  }

  @Test
  void whatChangesNothingHasNoSideEffects() {
    Map<String, Object> before = row();

    for (String same : List.of(
        "{}",
        "{\"unknown\": 99999999999999}",
        "{\"name\": \"Rocket\", \"description\": \"\", \"status\": \"active\", \"github_repo\": \"\"}",
        "{\"team_members\": [%d, 999999]}".formatted(dave.id()))) {
      as(lead, same).put("/projects/" + project.id()).then().statusCode(200).body("project.version", equalTo(0));
    }

    assertThat(row()).isEqualTo(before);
    assertThat(audited("project_updated")).isEmpty();
    assertThat(events("project.updated")).isEmpty();
  }

  @Test
  void aChangeBasedOnAnOldVersionIsAConflictThatShowsThePresentProject() {
    as(lead, "{\"name\": \"Saturn\", \"version\": 0}").put("/projects/" + project.id()).then().statusCode(200);

    as(lead, "{\"name\": \"Titan\", \"team_members\": [], \"version\": 0}")
        .put("/projects/" + project.id())
        .then()
        .statusCode(409)
        .body("message", equalTo("The project was changed by someone else"))
        .body("project.name", equalTo("Saturn"))
        .body("project.version", equalTo(1));

    assertThat(row()).containsEntry("name", "Saturn");
    assertThat(members()).containsExactly(dave.id());
    assertThat(events("project.updated")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "ab"}                          | Project name must be between 3 and 100 characters
          {"name": 7}                             | Project name must be between 3 and 100 characters
          {"description": []}                     | description is invalid
          {"status": "done"}                      | Status must be one of: active, completed, on_hold, cancelled
          {"team_members": "1,2"}                 | Team members must be a list of user IDs
          {"name": "Titan", "team_members": [{}]} | Team members must be a list of user IDs
          {"github_repo": false}                  | GitHub repository URL must be at most 255 characters
          {"version": "1"}                        | version is invalid
          """)
  void badInputIsRefusedAndChangesNothing(String json, String message) {
    Map<String, Object> before = row();

    as(lead, json).put("/projects/" + project.id()).then().statusCode(400).body("message", equalTo(message));
    as(lead, json).put("/projects/999999").then().statusCode(400).body("message", equalTo(message));

    assertThat(row()).isEqualTo(before);
    assertThat(members()).containsExactly(dave.id());
  }

  @Test
  void missingProjectsAndMissingRightsAreRefused() {
    as(lead, "{}").put("/projects/999999").then().statusCode(404).body("message", equalTo("Resource not found"));
    as(dave, "{}")
        .put("/projects/" + project.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("Insufficient permissions"));
  }

  @Test
  void aLargeTeamTakesNoMoreStatementsThanASmallOne() {
    int small = statementsOf(() -> replaceTeamBy(List.of(erin.id())));
    List<Integer> many = java.util.stream.IntStream.range(0, 100).mapToObj(n -> given.aDeveloper("M" + n).id()).toList();

    assertThat(statementsOf(() -> replaceTeamBy(many))).isEqualTo(small);
    assertThat(members()).hasSize(100);
  }

  private void replaceTeamBy(List<Integer> team) {
    as(lead, "{\"team_members\": %s}".formatted(team)).put("/projects/" + project.id()).then().statusCode(200);
  }
}
