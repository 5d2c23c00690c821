package dev.devsync.tasks;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalListTest extends HttpTest {

  private TestUser lead;
  private TestProject project;
  private TestTask task;

  @BeforeEach
  void aTaskInAProject() {
    lead = given.aTeamLead();
    project = given.aProject("Rocket", lead);
    task = given.aTask("Fuel", lead).in(project);
  }

  private String tagOf(TestUser user, String path) {
    return as(user).get(path).then().statusCode(200).extract().header("ETag");
  }

  private String pathOf(String template) {
    return template.replace("{project}", Integer.toString(project.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks", "/tasks?page=1", "/projects/{project}/tasks", "/projects"})
  void aListThatHasNotChangedIsNotSentAgain(String template) {
    String path = pathOf(template);

    // The database may do some housekeeping in between, so once is no proof.
    await().untilAsserted(() -> isNotSentAgain(path, tagOf(lead, path)));
  }

  private void isNotSentAgain(String path, String tag) {
    as(lead).header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag).body(emptyString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks", "/tasks?page=1", "/projects/{project}/tasks", "/projects"})
  void aListThatChangedIsSentWithANewTag(String template) {
    String path = pathOf(template);
    String tag = tagOf(lead, path);
    as(lead, "{\"status\": \"done\"}").put("/tasks/" + task.id()).then().statusCode(200);

    as(lead).header("If-None-Match", tag).get(path).then().statusCode(200).header("ETag", not(equalTo(tag)));
  }

  @Test
  void changesMadeInTheDatabaseByHandAreNoticed() {
    String tag = tagOf(lead, "/tasks");
    task.set("title", "Renamed by hand");

    as(lead)
        .header("If-None-Match", tag)
        .get("/tasks")
        .then()
        .statusCode(200)
        .body("tasks[0].title", equalTo("Renamed by hand"));
  }

  @Test
  void aTagIsGoodForItsUserOnly() {
    TestUser dave = given.aDeveloper("Dave");
    String tag = tagOf(lead, "/tasks");

    as(dave).header("If-None-Match", tag).get("/tasks").then().statusCode(200).body("tasks", hasSize(0));
  }

  @Test
  void whoMayNotReadAProjectIsRefusedWhateverTheyHold() {
    TestUser dave = given.aDeveloper("Dave");
    String tag = tagOf(dave, "/tasks");

    as(dave).header("If-None-Match", tag).get("/projects/" + project.id() + "/tasks").then().statusCode(403);
  }

  @Test
  void browsersKeepListsButAskBeforeTheyUseThem() {
    as(lead).get("/tasks").then().header("Cache-Control", equalTo("no-cache, private"));
  }

  @Test
  void overdueTasksHaveNoTagBecauseTimeAloneChangesThem() {
    as(lead).get("/tasks?overdue=true").then().statusCode(200).header("ETag", nullValue());
  }
}
