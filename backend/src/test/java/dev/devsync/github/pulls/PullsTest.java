package dev.devsync.github.pulls;

import dev.devsync.fakegithub.FakeDelivery;
import dev.devsync.github.sync.SyncTest;
import dev.devsync.testing.TestTask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A test with a tracked repository in which people open pull requests. */
abstract class PullsTest extends SyncTest {

  @Autowired PullRequestPolling pullPolling;

  @BeforeEach
  void theRepositoryIsTracked() {
    jdbc.sql("UPDATE github_repositories SET tracked = true").update();
  }

  TestTask aTask() {
    return given.aTask("Oil the hinge", given.aTeamLead());
  }

  /** The number of a new pull request, whose opening is delivered. */
  int opened(String title) {
    int number = door.openPullRequest(title, "feature", "hubot").number();
    github.announcePullRequest(door, number, "opened");
    deliverAll();
    return number;
  }

  /** Rules that hold from before the test began. */
  void rules(String json) {
    as(given.aTeamLead(), json)
        .put("/github/repositories/{id}/pull-request-rules", repo)
        .then()
        .statusCode(200);
    jdbc.sql("UPDATE ops.github_pull_request_rules SET since = since - interval '1 minute'")
        .update();
  }

  /** How many tasks changed with all that GitHub had to say. */
  int deliverAll() {
    int updated = 0;
    for (FakeDelivery delivery : github.deliveries()) {
      Integer tasks = deliver(delivery).statusCode(200).extract().path("tasks_updated");
      updated += tasks == null ? 0 : tasks;
    }
    return updated;
  }

  List<Map<String, Object>> links(TestTask task) {
    return jdbc.sql("SELECT * FROM task_github_links WHERE task_id = ? ORDER BY id")
        .param(task.id())
        .query()
        .listOfRows();
  }
}
