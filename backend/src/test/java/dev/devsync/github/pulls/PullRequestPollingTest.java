package dev.devsync.github.pulls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.fakegithub.Weather;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.Test;

/** Asking for pull requests in the face of people who see too little, and of bad weather. */
class PullRequestPollingTest extends PullsTest {

  private void trackedBy(TestUser user) {
    jdbc.sql(
            "INSERT INTO ops.github_pull_request_polls (repo_id, tracked_by, polled_at) VALUES (?, ?, '2026-01-01')")
        .params(repo, user.id())
        .update();
  }

  @Test
  void aRoundThatBrokeOffIsMadeUpForByTheNext() {
    trackedBy(dev);
    TestTask task = aTask();
    door.openPullRequest("Oldest, for DS-" + task.id(), "main", "hubot");
    for (int i = 0; i < 120; i++) {
      door.openPullRequest("Another", "main", "hubot");
      github.announcePullRequest(door, i + 2, "edited");
    }
    github.deliveries();
    github.weather(Weather.DOWN, "page=2&");
    pullPolling.poll();
    assertThat(links(task)).isEmpty();
    github.weather(Weather.FAIR, "");
    pullPolling.poll();
    assertThat(links(task)).hasSize(1);
    long asked = github.calls("GET /repos/acme/door/pulls");
    pullPolling.poll();
    assertThat(github.calls("GET /repos/acme/door/pulls")).isEqualTo(asked + 1);
  }

  @Test
  void aRepositoryThatOnePersonDoesNotSeeIsReadWithTheTokenOfAnother() {
    TestUser lead = given.aTeamLead();
    connected(lead, "boss");
    trackedBy(lead);
    door.openPullRequest("Oil the hinge", "main", "hubot");
    TestTask task = aTask();
    jdbc.sql(
            "INSERT INTO task_github_links (task_id, repo_id, pull_request_number, created_by) VALUES (?, ?, 1, ?)")
        .params(task.id(), repo, dev.id())
        .update();
    door.hideFrom("octocat");
    pullPolling.poll();
    assertThat(jdbc.sql("SELECT stage FROM ops.github_pull_requests").query(String.class).single())
        .isEqualTo("opened");
  }
}
