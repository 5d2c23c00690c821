package dev.devsync.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectListTest extends HttpTest {

  private TestUser lead;
  private TestUser dave;

  @BeforeEach
  void people() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
  }

  @Test
  void managersSeeAllProjectsById() {
    TestProject first = given.aProject("Zebra", lead);
    TestProject second = given.aProject("Antelope", given.anAdmin());

    as(lead).get("/projects").then().statusCode(200).body("projects.id", contains(first.id(), second.id()));
  }

  @Test
  void developersSeeProjectsTheyBelongToOrCreated() {
    given.aProject("Not theirs", lead);
    TestProject joined = given.aProject("Joined", lead).withMember(dave);
    TestProject created = given.aProject("Created", dave);

    as(dave).get("/projects").then().statusCode(200).body("projects.id", contains(joined.id(), created.id()));
  }

  @Test
  void anItemHasEverythingTheListShows() {
    TestProject project = given.aProject("Rocket", lead).withMember(dave, lead);
    given.aTask("First", lead).in(project).withStatus("done");
    given.aTask("Second", lead).in(project).withStatus("completed");
    given.aTask("Third", lead).in(project).withStatus("review");

    as(dave)
        .get("/projects")
        .then()
        .body("projects[0].name", equalTo("Rocket"))
        .body("projects[0].description", equalTo(""))
        .body("projects[0].status", equalTo("active"))
        .body("projects[0].github_repo", nullValue())
        .body("projects[0].created_by", equalTo(lead.id()))
        .body("projects[0].creator_name", equalTo(lead.name()))
        .body("projects[0].team_members.id", contains(lead.id(), dave.id()))
        .body("projects[0].team_members.name", contains(lead.name(), "Dave"))
        .body("projects[0].team_members.role", contains("team_lead", "developer"))
        .body("projects[0].created_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"))
        .body("projects[0].updated_at", matchesPattern(".*Z"))
        .body("projects[0].task_count", equalTo(3))
        .body("projects[0].completion_percentage", equalTo(67))
        .body("projects[0].version", equalTo(0));
  }

  @Test
  void aProjectWithoutTasksAndMembersHasNoneRatherThanNull() {
    given.aProject("Empty", lead);

    as(lead)
        .get("/projects")
        .then()
        .body("projects[0].team_members", empty())
        .body("projects[0].task_count", equalTo(0))
        .body("projects[0].completion_percentage", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 13", "1, 200, 1", "199, 200, 100", "1, 3, 33", "0, 5, 0", "5, 5, 100"})
  void completionIsRoundedHalfUp(int complete, int total, int percentage) {
    TestProject project = given.aProject("Rocket", lead);
    for (int n = 0; n < total; n++) {
      given.aTask("Task " + n, lead).in(project).withStatus(n < complete ? "done" : "todo");
    }

    as(lead).get("/projects").then().body("projects[0].completion_percentage", equalTo(percentage));
  }

  @ParameterizedTest
  @CsvSource({"on_hold, 1", "on-hold, 1", "active, 2", "'', 3", "archived, 0", "%00, 0"})
  void theListCanBeNarrowedToAStatus(String status, int found) {
    given.aProject("One", lead);
    given.aProject("Two", lead);
    given.aProject("Three", lead).withStatus("on_hold");

    as(lead)
        .urlEncodingEnabled(false)
        .get("/projects?status=" + status)
        .then()
        .statusCode(200)
        .body("projects.size()", equalTo(found));
  }

  @Test
  void theListTakesTheSameStatementsForOneProjectAndForAHundred() {
    given.aProject("Project 0", lead).withMember(dave);
    int forOne = statementsOf(() -> as(dave).get("/projects").then().body("projects.size()", equalTo(1)));
    for (int n = 1; n < 100; n++) {
      given.aProject("Project " + n, lead).withMember(dave, lead);
    }

    assertThat(statementsOf(() -> as(dave).get("/projects").then().body("projects.size()", equalTo(100))))
        .isEqualTo(forOne)
        .isLessThanOrEqualTo(3);
  }

  @Test
  void nobodyGetsTheListWithoutAToken() {
    anonymous().get("/projects").then().statusCode(401).body("error", equalTo("authorization_required"));
  }
}
