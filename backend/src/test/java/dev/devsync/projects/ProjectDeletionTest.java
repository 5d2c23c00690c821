package dev.devsync.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectDeletionTest extends HttpTest {

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
  void theProjectGoesAndItsTasksStayWithoutOne() {
    TestTask task = given.aTask("Fuel", lead).in(project);

    as(lead).delete("/projects/" + project.id()).then().statusCode(204).body(emptyString());

    assertThat(jdbc.sql("SELECT count(*) FROM projects").query(Integer.class).single()).isZero();
    assertThat(jdbc.sql("SELECT count(*) FROM project_members").query(Integer.class).single()).isZero();
    assertThat(jdbc.sql("SELECT project_id, version FROM tasks WHERE id = ?").param(task.id()).query().singleRow())
        .containsEntry("project_id", null)
        .containsEntry("version", 1);
  }

  @Test
  void theDeletionIsRecordedWithTheLastMembers() {
    as(lead).delete("/projects/" + project.id()).then().statusCode(204);

    assertThat(audited("project_deleted").getFirst())
        .containsEntry("resource_id", Integer.toString(project.id()))
        .hasEntrySatisfying("metadata", json -> assertThat(json).hasToString("{\"name\":\"Rocket\"}"));
    assertThat(events("project.deleted").getFirst().get("json").toString())
        .contains("\"members\":[" + dave.id() + "]", "\"by_retention\":false");
  }

  @Test
  void whatIsGoneCannotBeDeletedAgain() {
    as(lead).delete("/projects/" + project.id()).then().statusCode(204);

    as(lead)
        .delete("/projects/" + project.id())
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
    assertThat(audited("project_deleted")).hasSize(1);
  }

  @Test
  void developersCannotDeleteProjectsNotEvenTheirOwn() {
    int own = given.aProject("Own", dave).id();

    as(dave)
        .delete("/projects/" + own)
        .then()
        .statusCode(403)
        .body("message", equalTo("Insufficient permissions"));
  }

  @Test
  void aBodyAndAContentTypeAreIgnored() {
    as(lead, "{not json").delete("/projects/" + project.id()).then().statusCode(204);
  }
}
