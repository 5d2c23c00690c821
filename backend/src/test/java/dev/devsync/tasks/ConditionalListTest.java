package dev.devsync.tasks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.platform.database.WorkState;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class ConditionalListTest extends HttpTest {

  @Autowired private TransactionTemplate transaction;
  @Autowired private WorkState work;

  private TransactionTemplate inAnother;
  private TestUser lead;
  private TestProject project;
  private TestTask task;

  @BeforeEach
  void aTaskInAProject() {
    inAnother = new TransactionTemplate(requireNonNull(transaction.getTransactionManager()));
    inAnother.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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

    // While an older transaction goes on in the background, the state has a name of its own.
    await().untilAsserted(() -> isNotSentAgain(path, tagOf(lead, path)));
  }

  private void isNotSentAgain(String path, String tag) {
    as(lead, "{\"content\": \"Nothing that lists show\"}")
        .post("/tasks/" + task.id() + "/comments")
        .then()
        .statusCode(201);

    as(lead)
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(304)
        .header("ETag", tag)
        .body(emptyString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks", "/tasks?page=1", "/projects/{project}/tasks", "/projects"})
  void aListThatChangedIsSentWithANewTag(String template) {
    String path = pathOf(template);
    String tag = tagOf(lead, path);
    as(lead, "{\"status\": \"done\"}").put("/tasks/" + task.id()).then().statusCode(200);

    as(lead)
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(tag)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO tasks (title, status, created_by) SELECT 'Another', 'todo', id FROM users",
        "DELETE FROM tasks",
        "UPDATE projects SET name = 'Renamed'",
        "INSERT INTO project_members (project_id, user_id) SELECT p.id, u.id FROM projects p, users u"
            + " WHERE NOT EXISTS (SELECT 1 FROM project_members)",
        "UPDATE project_members SET user_id = user_id",
        "UPDATE users SET name = 'Renamed'",
        "UPDATE users SET role = 'developer' WHERE role = 'admin'",
        "TRUNCATE tasks CASCADE",
        "INSERT INTO users (name, email, password, role)"
            + " VALUES ('New', 'new@example.com', 'no hash', 'developer')",
        "UPDATE task_github_links SET issue_number = 7",
        "UPDATE github_repositories SET repo_name = 'renamed/renamed'"
      })
  void everyChangeOfWhatListsShowMakesANewTag(String statement) {
    String tag = tagOf(lead, "/tasks");
    jdbc.sql(statement).update();

    assertThat(tagOf(lead, "/tasks")).isNotEqualTo(tag);
  }

  @Test
  void aChangeThatIsCommittedLaterThanOthersMakesANewTag() {
    List<String> tags = new ArrayList<>();
    transaction.executeWithoutResult(
        late -> {
          jdbc.sql("UPDATE tasks SET title = 'Late'").update();
          inAnother.executeWithoutResult(
              early -> jdbc.sql("UPDATE projects SET name = 'Early'").update());
          inAnother.executeWithoutResult(early -> tags.add(tagOf(lead, "/tasks")));
        });
    tags.add(tagOf(lead, "/tasks"));

    assertThat(tags).doesNotHaveDuplicates();
  }

  @Test
  void forgottenChangesDoNotMakeAnOldTagTrueAgain() {
    String old = tagOf(lead, "/tasks");
    task.set("title", "Changed");
    task.set("title", "Changed again");
    String tag = tagOf(lead, "/tasks");

    work.trim();

    assertThat(jdbc.sql("SELECT count(*) FROM ops.work_changes").query(Long.class).single())
        .isEqualTo(1);
    assertThat(tagOf(lead, "/tasks")).isEqualTo(tag).isNotEqualTo(old);
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

    as(dave)
        .header("If-None-Match", tag)
        .get("/tasks")
        .then()
        .statusCode(200)
        .body("tasks", hasSize(0));
  }

  @Test
  void whoMayNotReadAProjectIsRefusedWhateverTheyHold() {
    TestUser dave = given.aDeveloper("Dave");
    String tag = tagOf(dave, "/tasks");

    as(dave)
        .header("If-None-Match", tag)
        .get("/projects/" + project.id() + "/tasks")
        .then()
        .statusCode(403);
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
