package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.fakegithub.FakeRepository;
import dev.devsync.fakegithub.Weather;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.Test;

/** Asking in the face of people who see too little, and of what moved. */
class PollingTest extends SyncTest {

  private int synchronisedLinks() {
    return jdbc.sql("SELECT count(*) FROM task_github_links WHERE last_synced_at IS NOT NULL")
        .query(Integer.class)
        .single();
  }

  /** Somebody else's link with the issue. */
  private TestTask linkedBy(TestUser other, int issue) {
    TestTask task = linkedTask(issue);
    jdbc.sql("UPDATE task_github_links SET created_by = ? WHERE task_id = ?")
        .params(other.id(), task.id())
        .update();
    jdbc.sql("UPDATE tasks SET assigned_to = ? WHERE id = ?")
        .params(other.id(), task.id())
        .update();
    return task;
  }

  private TestUser somebodyElse() {
    TestUser lead = given.aTeamLead();
    connected(lead, "boss");
    return lead;
  }

  @Test
  void anIssueThatOnePersonDoesNotSeeIsReadWithTheTokenOfAnother() throws Exception {
    door.open("One", "octocat");
    TestTask mine = linkedTask(1);
    TestTask theirs = linkedBy(somebodyElse(), 1);
    door.hideFrom("octocat");
    polling.poll();
    assertThat(state(mine)).isEqualTo("open");
    github.setState(door, 1, "closed", "boss");
    polling.poll();
    assertThat(status(mine)).isEqualTo("done");
    assertThat(status(theirs)).isEqualTo("done");
  }

  @Test
  void anIssueThatNobodySeesIsGone() throws Exception {
    door.open("One", "octocat");
    TestTask mine = linkedTask(1);
    linkedBy(somebodyElse(), 1);
    door.hideFrom("octocat").hideFrom("boss");
    polling.poll();
    assertThat(state(mine)).isNull();
  }

  @Test
  void aWriterWhoDoesNotSeeTheIssueDoesNotMakeItGoneForOthers() {
    door.open("One", "octocat");
    TestTask mine = linkedTask(1);
    linkedBy(somebodyElse(), 1);
    door.hideFrom("octocat");
    setStatus(mine, "done");
    awaitJobs();
    assertThat(syncEvents("close_issue"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("outcome", "failed"));
    assertThat(state(mine)).isEqualTo("open");
  }

  @Test
  void anIssueThatWasMovedIsNotTakenForTheOneWithItsNewNumber() throws Exception {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask first = linkedTask(1);
    TestTask second = linkedTask(2);
    FakeRepository garden = github.repository("acme/garden");
    garden.open("Roses", "octocat");
    int moved = github.transfer(door, 1, garden).number();
    github.setState(garden, moved, "closed", "octocat");
    polling.poll();
    assertThat(moved).isEqualTo(2);
    assertThat(state(first)).isNull();
    assertThat(status(second)).isEqualTo("todo");
    assertThat(state(second)).isEqualTo("open");
  }

  @Test
  void aRenamedRepositoryIsFollowedByPolling() throws Exception {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    door.rename("acme/gate");
    github.setState(door, 1, "closed", "octocat");
    polling.poll();
    assertThat(status(task)).isEqualTo("done");
    assertThat(storedName()).isEqualTo("acme/gate");
  }

  @Test
  void aWriteReachesARepositoryThatWasRenamed() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    door.rename("acme/gate");
    setStatus(task, "done");
    awaitJobs();
    assertThat(door.issue(1).state()).isEqualTo("closed");
    assertThat(state(task)).isEqualTo("closed");
  }

  @Test
  void aSignedDeliveryTellsTheNewNameOfARepository() {
    door.open("One", "octocat");
    linkedTask(1);
    door.rename("acme/gate");
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).statusCode(200);
    assertThat(storedName()).isEqualTo("acme/gate");
  }

  private String storedName() {
    return jdbc.sql("SELECT repo_name FROM github_repositories").query(String.class).single();
  }

  @Test
  void anIssueThatAlwaysFailsDoesNotHoldUpTheOthers() throws Exception {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    linkedTask(1);
    TestTask second = linkedTask(2);
    github.setState(door, 2, "closed", "octocat");
    github.weather(Weather.BROKEN_JSON, "/issues/1");
    polling.poll();
    assertThat(status(second)).isEqualTo("done");
    assertThat(synchronisedLinks()).isEqualTo(2);
  }

  @Test
  void aGithubThatIsDownIsNotAskedForEveryIssue() throws Exception {
    for (int issue = 1; issue <= 5; issue++) {
      door.open("Issue " + issue, "octocat");
      linkedTask(issue);
    }
    github.weather(Weather.DOWN, "/issues/");
    polling.poll();
    assertThat(github.calls("GET /repos/acme/door/issues/")).isEqualTo(3);
  }
}
