package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTest extends LiveTest {

  private TestUser lead;
  private TestUser dave;
  private TestProject project;
  private TestTask task;

  @BeforeEach
  void work() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    project = given.aProject("Apollo", lead).withMember(dave);
    task = given.aTask("Land", lead).in(project);
  }

  @Test
  void viewersSeeEachOtherComeAndGo() throws Exception {
    LiveClient first = tabOf(dave);
    first.join("task", task.id());
    LiveClient second = tabOf(lead);
    JSONObject joined = second.emit("join_task", new JSONObject().put("task_id", "" + task.id()));
    assertThat(joined.getJSONArray("presence").length()).isEqualTo(2);
    JSONObject viewer = joined.getJSONArray("presence").getJSONObject(0);
    assertThat(viewer.getString("name")).isEqualTo("Dave");
    assertThat(viewer.getString("role")).isEqualTo("developer");
    assertThat(viewer.has("joined_at")).isTrue();
    assertThat(viewer.has("email")).isFalse();
    assertThat(joined.getInt("project_id")).isEqualTo(project.id());
    JSONObject came = first.awaitEvent("presence_update", "event", "join");
    assertThat(came.getString("scope")).isEqualTo("task");
    first.clear();
    LiveClient otherTab = tabOf(lead);
    otherTab.join("task", task.id());
    otherTab.close();
    second.close();
    JSONObject gone = first.awaitEvent("presence_update", "event", "leave");
    assertThat(gone.getJSONObject("user").getInt("id")).isEqualTo(lead.id());
    assertThat(gone.getJSONArray("users").length()).isEqualTo(1);
    assertThat(first.heard("presence_update")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "join_project, project_id, You are not a member of this project",
    "join_task, task_id, You do not have access to this task"
  })
  void outsidersStayOutside(String event, String field, String message) throws Exception {
    LiveClient outside = tabOf(given.aDeveloper("Olga"));
    int id = field.equals("task_id") ? task.id() : project.id();
    assertThat(outside.emit(event, new JSONObject().put(field, id)).getString("message"))
        .isEqualTo(message);
    assertThat(outside.emit(event, new JSONObject().put(field, 999_999)).getString("message"))
        .isEqualTo(message);
    assertThat(outside.emit("get_presence", new JSONObject().put(field, id)).getString("message"))
        .isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          join_project    | Project ID required
          leave_project   | Project ID required
          join_task       | Task ID required
          leave_task      | Task ID required
          get_presence    | Project ID or Task ID required
          task_update     | Project ID and Task ID required
          comment_added   | Missing required data
          project_updated | Project ID required
          resume          | Last sequence number required
          """)
  void missingIdsAreNamed(String event, String message) throws Exception {
    LiveClient tab = tabOf(dave);
    assertThat(tab.emit(event, new JSONObject()).getString("message")).isEqualTo(message);
  }

  @Test
  void leavingIsAlwaysFineAndStopsTheEvents() throws Exception {
    LiveClient tab = tabOf(dave);
    JSONObject id = new JSONObject().put("project_id", project.id());
    assertThat(tab.emit("leave_project", id).getString("message")).isEqualTo("Left project room");
    tab.join("project", project.id());
    assertThat(tab.emit("get_presence", id).getJSONArray("users").length()).isEqualTo(1);
    tab.emit("leave_project", id);
    as(lead, "{\"priority\":\"low\"}").put("/tasks/" + task.id()).then().statusCode(200);
    settle(dave, tab);
    assertThat(tab.heard("task_updated")).isEmpty();
  }

  @Test
  void olderClientsMayRelay() throws Exception {
    int comment = given.aComment("hello", task, dave);
    LiveClient sender = tabOf(dave);
    LiveClient viewer = tabOf(lead);
    viewer.join("project", project.id());
    JSONObject ids = new JSONObject().put("project_id", project.id()).put("task_id", task.id());
    assertThat(sender.emit("task_update", ids).getString("message"))
        .isEqualTo("Task updated notification sent");
    viewer.awaitEvent("task_updated", "updated_by", dave.id());
    ids.put("comment_id", comment).put("mentioned_users", new org.json.JSONArray().put(lead.id()));
    assertThat(sender.emit("comment_added", ids).getString("message"))
        .isEqualTo("Comment notification sent");
    viewer.awaitEvent("new_comment", "comment_id", comment);
    viewer.awaitEvent("user_mentioned", "comment_id", comment);
    JSONObject custom =
        new JSONObject()
            .put("project_id", project.id())
            .put("update_type", "moved")
            .put("timestamp", "then");
    assertThat(sender.emit("project_updated", custom).getString("message"))
        .isEqualTo("Project moved notification sent");
    assertThat(viewer.awaitEvent("project_update", "update_type", "moved").getString("timestamp"))
        .isEqualTo("then");
    ids.put("comment_id", comment + 1);
    assertThat(sender.emit("comment_added", ids).getString("message"))
        .isEqualTo("Comment does not belong to this task");
    ids.put("task_id", 999_999);
    assertThat(sender.emit("task_update", ids).getString("message"))
        .isEqualTo("Task does not belong to this project");
    LiveClient outside = tabOf(given.aDeveloper("Olga"));
    assertThat(outside.emit("task_update", ids).getString("message"))
        .isEqualTo("You are not a member of this project");
  }
}
