package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.List;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatchUpTest extends LiveTest {

  private TestUser lead;
  private TestUser dave;
  private TestTask task;
  private TestTask hidden;
  private long seen;

  @BeforeEach
  void seeOneEvent() throws Exception {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    TestProject project = given.aProject("Apollo", lead).withMember(dave);
    task = given.aTask("Land", lead).in(project);
    hidden = given.aTask("Secret", lead).in(given.aProject("Hidden", lead));
    LiveClient tab = tabOf(dave);
    tab.join("project", project.id());
    rename(task, "First");
    seen = tab.awaitEvent("task_updated", "task_id", task.id()).getLong("seq");
    tab.close();
  }

  private void rename(TestTask which, String title) {
    as(lead, "{\"title\":\"%s\"}".formatted(title))
        .put("/tasks/" + which.id())
        .then()
        .statusCode(200);
  }

  private static List<String> titles(LiveClient tab) {
    return tab.heard("task_updated").stream()
        .map(e -> e.optJSONObject("task").optString("title"))
        .toList();
  }

  @Test
  void whatWasMissedArrivesInOrderAndNothingElse() throws Exception {
    rename(task, "Second");
    rename(hidden, "Not for Dave");
    rename(task, "Third");
    LiveClient tab = tabOf(dave);
    JSONObject answer = tab.emit("resume", new JSONObject().put("last_seq", seen));
    assertThat(answer.getString("message")).isEqualTo("Resumed");
    settle(dave, tab);
    assertThat(titles(tab)).containsExactly("Second", "Third");
    assertThat(tab.heard().toString()).doesNotContain("Not for Dave");
  }

  @Test
  void anUnknownPlaceMeansLoadingEverythingAgain() throws Exception {
    LiveClient tab = tabOf(dave);
    jdbc.sql("DELETE FROM ops.events WHERE seq = ?").param(seen).update();
    assertThat(tab.emit("resume", new JSONObject().put("last_seq", seen)).getString("status"))
        .isEqualTo("error");
    assertThat(tab.awaitEvent("resync_required", "last_seq", (int) seen)).isNotNull();
  }
}
