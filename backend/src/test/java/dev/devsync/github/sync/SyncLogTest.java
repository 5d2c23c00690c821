package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.devsync.fakegithub.Weather;
import dev.devsync.testing.TestTask;
import org.junit.jupiter.api.Test;

class SyncLogTest extends SyncTest {

  /** A write that GitHub refused for good. */
  private TestTask failedWrite() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.weather(Weather.UNPROCESSABLE, "PATCH");
    setStatus(task, "done");
    awaitJobs();
    github.weather(Weather.FAIR, "");
    return task;
  }

  private long onlyEvent() {
    return jdbc.sql("SELECT id FROM ops.github_sync_events").query(Long.class).single();
  }

  @Test
  void theLogSaysWhatWasDoneAndWhatWasNot() {
    TestTask task = failedWrite();
    as(dev)
        .get("/github/sync/events")
        .then()
        .statusCode(200)
        .body("events", hasSize(1))
        .body("events[0].direction", equalTo("to_github"))
        .body("events[0].action", equalTo("close_issue"))
        .body("events[0].outcome", equalTo("failed"))
        .body("events[0].reason", equalTo("GitHub answered 422"))
        .body("events[0].repo_name", equalTo("acme/door"))
        .body("events[0].task_id", equalTo(task.id()))
        .body("events[0].task_title", equalTo("Fix the door"))
        .body("events[0].issue_number", equalTo(1))
        .body("events[0].created_at", notNullValue())
        .body("pagination.total", equalTo(1));
    as(dev).get("/github/sync/events?outcome=done").then().body("events", empty());
    as(dev)
        .get("/github/sync/events?task_id=" + task.id() + "&repo_id=" + repo)
        .then()
        .body("events", hasSize(1));
    as(dev).get("/github/sync/events?direction=from_github").then().body("events", empty());
    as(dev)
        .get("/github/sync/events?page=2")
        .then()
        .body("events", empty())
        .body("pagination.total", equalTo(1));
    as(given.aDeveloper()).get("/github/sync/events").then().body("events", empty());
    as(given.aTeamLead()).get("/github/sync/events").then().body("events", hasSize(1));
  }

  @Test
  void theOverviewTellsTheHealthOfEachRepository() {
    failedWrite();
    as(dev)
        .get("/github/sync")
        .then()
        .statusCode(200)
        .body("repositories.repo_name", contains("acme/door"))
        .body("repositories[0].health", equalTo("failing"))
        .body("repositories[0].failed", equalTo(1))
        .body("repositories[0].waiting", equalTo(0))
        .body("repositories[0].links", equalTo(1));
    as(given.aDeveloper()).get("/github/sync").then().body("repositories", empty());
    jdbc.sql("UPDATE github_repositories SET tracked = true").update();
    as(given.aDeveloper()).get("/github/sync").then().body("repositories", hasSize(1));
  }

  @Test
  void aManagerLetsAFailedWriteBeTriedAgain() {
    failedWrite();
    var lead = given.aTeamLead();
    as(dev).post("/github/sync/events/{id}/retry", onlyEvent()).then().statusCode(403);
    as(lead).post("/github/sync/events/{id}/retry", onlyEvent()).then().statusCode(200);
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("closed");
    assertThat(audited("github_sync_retried")).hasSize(1);
    as(lead).get("/github/sync").then().body("repositories[0].health", equalTo("ok"));
    as(lead).post("/github/sync/events/{id}/retry", onlyEvent()).then().statusCode(409);
    as(lead).post("/github/sync/events/{id}/ignore", onlyEvent()).then().statusCode(409);
    as(lead).post("/github/sync/events/999999/retry").then().statusCode(404);
  }

  @Test
  void aManagerSetsAFailedWriteAside() {
    failedWrite();
    var lead = given.aTeamLead();
    as(lead).post("/github/sync/events/{id}/ignore", onlyEvent()).then().statusCode(200);
    as(lead).get("/github/sync/events").then().body("events[0].outcome", equalTo("ignored"));
    as(lead).get("/github/sync").then().body("repositories[0].health", equalTo("ok"));
    assertThat(audited("github_sync_ignored")).hasSize(1);
  }

  @Test
  void statesThatAListOfIssuesSaysAreHeeded() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    as(dev).get("/github/repositories/{id}/issues?state=all", repo).then().statusCode(200);
    assertThat(status(task)).isEqualTo("done");
  }
}
