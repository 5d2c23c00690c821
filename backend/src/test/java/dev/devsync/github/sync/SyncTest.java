package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.devsync.fakegithub.FakeDelivery;
import dev.devsync.fakegithub.FakeRepository;
import dev.devsync.fakegithub.Weather;
import dev.devsync.github.GithubHttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A test in which background work is done, as it is in a running server. */
@TestPropertySource(
    properties = {
      "devsync.scheduler.enabled=true",
      "devsync.scheduler.poll=100ms",
      "devsync.github.sync.write-pause=0ms",
      "devsync.github.sync-interval-seconds=0",
      "devsync.github.webhook-secret=the fallback secret for webhooks"
    })
public abstract class SyncTest extends GithubHttpTest {

  protected static final String SECRET = "the fallback secret for webhooks";

  /** Servers of other tests stay up beside the one under test, on the same database. */
  private static final Set<Scheduler> SCHEDULERS = ConcurrentHashMap.newKeySet();

  @Autowired IssuePolling polling;
  @Autowired private Scheduler scheduler;

  protected TestUser dev;
  protected FakeRepository door;
  protected int repo;

  @BeforeEach
  void onlyTheServerUnderTestWorks() {
    SCHEDULERS.add(scheduler);
    SCHEDULERS.stream().filter(other -> other != scheduler).forEach(Scheduler::pause);
    scheduler.resume();
  }

  @BeforeEach
  void aRepositoryOnBothSides() {
    dev = given.aDeveloper();
    connected(dev, "octocat");
    door = github.repository("acme/door");
    repo = given.aRepository("acme/door");
    jdbc.sql("UPDATE github_repositories SET github_id = ? WHERE id = ?")
        .params(door.id(), repo)
        .update();
  }

  @AfterEach
  void letJobsFinish() {
    github.weather(Weather.FAIR, "");
    jdbc.sql("DELETE FROM ops.scheduled_tasks WHERE NOT picked").update();
    await().atMost(Duration.ofSeconds(20)).until(() -> waitingJobs() == 0);
  }

  protected int waitingJobs() {
    return jdbc.sql("SELECT count(*) FROM ops.scheduled_tasks WHERE task_name = 'github-write'")
        .query(Integer.class)
        .single();
  }

  protected void awaitJobs() {
    await().atMost(Duration.ofSeconds(20)).until(() -> waitingJobs() == 0);
  }

  /** A task of the developer, linked with an open issue whose state is known. */
  protected TestTask linkedTask(int issue) {
    TestTask task = given.aTask("Fix the door", dev).assignedTo(dev);
    link(task, issue);
    return task;
  }

  protected void link(TestTask task, int issue) {
    jdbc.sql(
            "INSERT INTO task_github_links (task_id, repo_id, issue_number, issue_state, created_by)"
                + " VALUES (?, ?, ?, ?, ?)")
        .params(task.id(), repo, issue, door.issue(issue).state(), dev.id())
        .update();
  }

  protected void setStatus(TestTask task, String status) {
    as(dev, "{\"status\": \"" + status + "\"}")
        .put("/tasks/{id}", task.id())
        .then()
        .statusCode(200);
  }

  protected String status(TestTask task) {
    return jdbc.sql("SELECT status FROM tasks WHERE id = ?")
        .param(task.id())
        .query(String.class)
        .single();
  }

  protected String state(TestTask task) {
    return jdbc.sql(
            "SELECT issue_state FROM task_github_links WHERE task_id = ? ORDER BY id LIMIT 1")
        .param(task.id())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  protected List<Map<String, Object>> syncEvents(String action) {
    return jdbc.sql("SELECT * FROM ops.github_sync_events WHERE action = ? ORDER BY id")
        .param(action)
        .query()
        .listOfRows();
  }

  protected ValidatableResponse deliver(FakeDelivery delivery) {
    return deliver(delivery, delivery.signature(SECRET));
  }

  protected ValidatableResponse deliver(FakeDelivery delivery, String signature) {
    return anonymous()
        .contentType("application/json")
        .header("X-GitHub-Event", delivery.event())
        .header("X-GitHub-Delivery", delivery.id())
        .header("X-Hub-Signature-256", signature)
        .body(delivery.body())
        .post("/github/webhook")
        .then();
  }

  protected FakeDelivery theOnlyDelivery() {
    List<FakeDelivery> all = github.deliveries();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
