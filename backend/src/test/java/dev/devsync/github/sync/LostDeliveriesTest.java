package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.fakegithub.FakeDelivery;
import dev.devsync.fakegithub.FakeGithub.Answered;
import dev.devsync.fakegithub.Weather;
import dev.devsync.testing.TestTask;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries that come twice, late or never, and polling that repairs it. */
class LostDeliveriesTest extends SyncTest {

  @Test
  void repeatedReorderedAndLostDeliveriesEndInTheSameState() throws Exception {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    github.setState(door, 1, "open", "octocat");
    github.setState(door, 1, "closed", "octocat");
    List<FakeDelivery> all = github.deliveries();
    deliver(all.get(2)).body("tasks_updated", equalTo(1));
    deliver(all.get(0)).body("tasks_updated", equalTo(0));
    deliver(all.get(1)).body("tasks_updated", equalTo(0));
    deliver(all.get(2)).statusCode(200).body("message", equalTo("Duplicate delivery ignored"));
    assertThat(status(task)).isEqualTo("done");
    github.setState(door, 1, "open", "octocat");
    github.deliveries();
    polling.poll();
    assertThat(status(task)).isEqualTo("in_progress");
  }

  @Test
  void pollingAsksConditionallyAndStopsForWhatIsGone() throws Exception {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    polling.poll();
    String etag = jdbc.sql("SELECT etag FROM ops.github_issues").query(String.class).single();
    polling.poll();
    assertThat(github.answers("GET /repos/acme/door/issues/1"))
        .extracting(Answered::status)
        .containsExactly(200, 304);
    assertThat(jdbc.sql("SELECT etag FROM ops.github_issues").query(String.class).single())
        .isEqualTo(etag);
    github.delete(door, 1, "octocat");
    polling.poll();
    polling.poll();
    assertThat(github.calls("GET /repos/acme/door/issues/1")).isEqualTo(3);
    assertThat(state(task)).isNull();
  }

  @Test
  void aLinkThatDoesNotKnowTheStateLearnsItFromAnIssueThatHasNotChanged() throws Exception {
    door.open("One", "octocat");
    linkedTask(1);
    polling.poll();
    TestTask later = linkedTask(1);
    jdbc.sql("UPDATE task_github_links SET issue_state = NULL WHERE task_id = ?")
        .param(later.id())
        .update();
    polling.poll();
    assertThat(state(later)).isEqualTo("open");
  }

  @Test
  void pollingStopsAtARateLimit() throws Exception {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask task = linkedTask(1);
    link(task, 2);
    github.weather(Weather.RATE_LIMITED, "/issues/");
    polling.poll();
    assertThat(github.calls("GET /repos/acme/door/issues/")).isOne();
    given.setting("github_integration_enabled", "false");
    polling.poll();
    assertThat(github.calls("GET /repos/acme/door/issues/")).isOne();
  }
}
