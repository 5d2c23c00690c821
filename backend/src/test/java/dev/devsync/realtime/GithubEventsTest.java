package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

class GithubEventsTest extends LiveTest {

  private long failedWrite(TestTask task) {
    return jdbc.sql(
            "INSERT INTO ops.github_sync_events (direction, action, outcome, repo_id, task_id, created_at,"
                + " updated_at) VALUES ('to_github', 'close_issue', 'failed', ?, ?, now(), now()) RETURNING id")
        .params(given.aRepository("acme/door"), task.id())
        .query(Long.class)
        .single();
  }

  @Test
  void whoMaySeeALineInTheLogOfSynchronisationHearsThatItChanged() throws Exception {
    TestUser lead = given.aTeamLead();
    TestUser member = given.aDeveloper("Mia");
    TestUser outsider = given.aDeveloper("Olga");
    TestProject project = given.aProject("Doors", lead).withMember(member);
    TestTask task = given.aTask("Oil", lead).in(project);
    LiveClient managing = tabOf(lead);
    LiveClient inside = tabOf(member);
    LiveClient outside = tabOf(outsider);
    long event = failedWrite(task);
    as(lead).post("/github/sync/events/{id}/ignore", event).then().statusCode(200);
    JSONObject heard = inside.awaitEvent("github_sync_changed", "outcome", "ignored");
    assertThat(heard.getLong("sync_event_id")).isEqualTo(event);
    assertThat(heard.getInt("task_id")).isEqualTo(task.id());
    assertThat(heard.getString("action")).isEqualTo("close_issue");
    managing.awaitEvent("github_sync_changed", "outcome", "ignored");
    settle(outsider, outside);
    assertThat(outside.heard("github_sync_changed")).isEmpty();
  }
}
