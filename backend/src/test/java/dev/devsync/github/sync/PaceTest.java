package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.fakegithub.FakeGithub.Answered;
import dev.devsync.fakegithub.Weather;
import dev.devsync.testing.TestTask;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** GitHub's manners, at the pace at which a real server keeps them. */
@TestPropertySource(properties = "devsync.github.sync.write-pause=1s")
class PaceTest extends SyncTest {

  @Test
  void betweenTwoWritesWithOneTokenThereIsASecond() {
    for (int issue = 1; issue <= 3; issue++) {
      door.open("Issue " + issue, "octocat");
      setStatus(linkedTask(issue), "done");
    }
    awaitJobs();
    List<Answered> writes = github.answers("PATCH");
    assertThat(writes).hasSize(3);
    for (int i = 1; i < writes.size(); i++) {
      assertThat(Duration.between(writes.get(i - 1).at(), writes.get(i).at()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(950));
    }
  }

  @Test
  void issuesThatPeopleCreateKeepThePaceToo() {
    for (int i = 0; i < 2; i++) {
      as(dev, "{\"repo_id\": " + repo + "}")
          .post("/tasks/{id}/github/create-issue", given.aTask("Oil", dev).assignedTo(dev).id())
          .then()
          .statusCode(201);
    }
    List<Answered> writes = github.answers("POST /repos/acme/door/issues");
    assertThat(writes).hasSize(2);
    assertThat(Duration.between(writes.getFirst().at(), writes.getLast().at()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(950));
  }

  @Test
  void pollingHeedsHowLongGithubAskedItToWait() throws Exception {
    door.open("One", "octocat");
    linkedTask(1);
    github.weather(Weather.TOO_MANY, "/issues/1");
    polling.poll();
    github.weather(Weather.FAIR, "");
    polling.poll();
    assertThat(github.calls("GET /repos/acme/door/issues/1")).isOne();
    clock.advance(Duration.ofSeconds(Weather.RETRY_AFTER + 1));
    polling.poll();
    assertThat(github.calls("GET /repos/acme/door/issues/1")).isEqualTo(2);
  }

  @Test
  void aTokenThatGithubAskedToWaitRestsForAsLongAsItWasAsked() {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask first = linkedTask(1);
    TestTask second = linkedTask(2);
    github.weather(Weather.TOO_MANY, "PATCH");
    Instant asked = clock.instant();
    setStatus(first, "done");
    await().until(() -> syncEvents("close_issue").getFirst().get("next_attempt_at") != null);
    github.weather(Weather.FAIR, "");
    setStatus(second, "done");
    await().until(() -> github.calls("PATCH") >= 1 && restUntil().isAfter(asked));
    assertThat(restUntil())
        .isBetween(
            asked.plusSeconds(Weather.RETRY_AFTER),
            clock.instant().plusSeconds(Weather.RETRY_AFTER));
    awaitJobs();
    List<Answered> writes = github.answers("PATCH");
    assertThat(writes).hasSize(3);
    assertThat(Duration.between(writes.getFirst().at(), writes.get(1).at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(Weather.RETRY_AFTER));
  }

  private Instant restUntil() {
    return jdbc.sql("SELECT next_at FROM ops.github_write_pace")
        .query(Timestamp.class)
        .single()
        .toLocalDateTime()
        .toInstant(ZoneOffset.UTC);
  }
}
