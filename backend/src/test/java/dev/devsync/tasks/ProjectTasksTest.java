package dev.devsync.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTasksTest extends HttpTest {

  private TestUser lead;
  private TestUser dave;
  private TestProject project;

  @BeforeEach
  void aProjectWithAMember() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    project = given.aProject("Rocket", lead).withMember(dave);
  }

  @Test
  void membersSeeAllTasksOfTheirProjectWhoeverTheyAreAssignedTo() {
    TestTask first = given.aTask("First", lead).in(project).assignedTo(lead);
    given.aTask("Elsewhere", dave);
    TestTask second = given.aTask("Second", lead).in(project);

    as(dave)
        .get("/projects/" + project.id() + "/tasks")
        .then()
        .statusCode(200)
        .body("tasks.id", contains(first.id(), second.id()))
        .body("tasks.project_name", contains("Rocket", "Rocket"));
  }

  @Test
  void aPageOfThemCanBeAskedForAndNarrowed() {
    given.aTask("First", lead).in(project).withStatus("done");
    given.aTask("Second", lead).in(project);
    given.aTask("Third", lead).in(project);

    as(dave)
        .get("/projects/" + project.id() + "/tasks?page=1&per_page=1&status=todo&sort=-id")
        .then()
        .body("tasks.title", contains("Third"))
        .body("pagination.total", equalTo(2))
        .body("pagination.pages", equalTo(2));
  }

  @Test
  void otherDevelopersAreRefused() {
    as(given.aDeveloper("Erin"))
        .get("/projects/" + project.id() + "/tasks")
        .then()
        .statusCode(403)
        .body("message", equalTo("You do not have access to this project"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "99999999999", "x"})
  void missingProjectsAreNotFound(String id) {
    as(lead).get("/projects/" + id + "/tasks").then().statusCode(404).body("message", equalTo("Resource not found"));
  }

  @Test
  void theListTakesTheSameStatementsForOneTaskAndForAHundred() {
    String path = "/projects/" + project.id() + "/tasks";
    given.aTask("Task", lead).in(project);
    int forOne = statementsOf(() -> as(dave).get(path).then().body("tasks", hasSize(1)));
    for (int n = 1; n < 100; n++) {
      given.aTask("Task " + n, lead).in(project);
    }

    assertThat(statementsOf(() -> as(dave).get(path).then().body("tasks", hasSize(100)))).isEqualTo(forOne);
  }
}
