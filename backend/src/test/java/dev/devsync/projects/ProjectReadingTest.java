package dev.devsync.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectReadingTest extends HttpTest {

  private TestUser lead;
  private TestUser dave;
  private TestProject project;

  @BeforeEach
  void aProjectOfALead() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    project = given.aProject("Rocket", lead);
  }

  @Test
  void membersReadTheirProject() {
    project.withMember(dave);

    as(dave)
        .get("/projects/" + project.id())
        .then()
        .statusCode(200)
        .body("project.id", equalTo(project.id()))
        .body("project.creator_name", equalTo(lead.name()))
        .body("project.team_members.id", contains(dave.id()));
  }

  @Test
  void creatorsReadTheirProjectWithoutBeingMembers() {
    int own = given.aProject("Own", dave).id();

    as(dave).get("/projects/" + own).then().statusCode(200).body("project.name", equalTo("Own"));
  }

  @Test
  void otherDevelopersAreRefused() {
    as(dave)
        .get("/projects/" + project.id())
        .then()
        .statusCode(403)
        .body("message", equalTo("You do not have access to this project"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999999", "99999999999", "99999999999999999999", "abc", "-1", "1.5", "1/"})
  void whatIsNoProjectIsNotFound(String id) {
    as(lead)
        .get("/projects/" + id)
        .then()
        .statusCode(404)
        .body("status", equalTo("error"))
        .body("message", equalTo("Resource not found"));
  }

  @Test
  void aHeadRequestIsAnsweredLikeAGet() {
    as(lead).head("/projects/" + project.id()).then().statusCode(200);
    as(lead).head("/projects").then().statusCode(200);
  }

  @Test
  void readingTakesTheSameStatementsWhateverTheNumberOfMembers() {
    int withNone = statementsOf(() -> as(lead).get("/projects/" + project.id()).then().statusCode(200));
    for (int n = 0; n < 100; n++) {
      project.withMember(given.aDeveloper("Member " + n));
    }

    assertThat(statementsOf(() -> as(lead).get("/projects/" + project.id()).then().statusCode(200)))
        .isEqualTo(withNone);
  }
}
