package dev.devsync.github.pulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestLinkTest extends PullsTest {

  @Test
  void aPullRequestIsLinkedWithTheTaskItNames() {
    TestTask task = aTask();
    int number = opened("Oil it: DS-" + task.id());
    assertThat(links(task))
        .singleElement()
        .satisfies(
            link ->
                assertThat(link)
                    .containsEntry("pull_request_number", number)
                    .containsEntry("pull_request_title", "Oil it: DS-" + task.id())
                    .containsEntry("created_by", null));
    assertThat(status(task)).isEqualTo("todo");
    assertThat(events("task.github_linked"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("actor_id")).isNull());
    assertThat(audited("task_github_linked"))
        .singleElement()
        .satisfies(
            row -> assertThat((String) row.get("metadata")).contains("\"source\":\"github\""));
    assertThat(syncEvents("link_pull_request")).hasSize(1);
    assertThat(github.calls("POST")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"branch", "text"})
  void branchAndTextNameTasksToo(String where) {
    TestTask task = aTask();
    String branch = where.equals("branch") ? "ds-" + task.id() + "-oil" : "main";
    door.openPullRequest("Oil", branch, "hubot")
        .saying(where.equals("text") ? "Closes #task-" + task.id() : "");
    github.announcePullRequest(door, 1, "opened");
    deliverAll();
    assertThat(links(task)).hasSize(1);
  }

  @Test
  void newsWithoutAnyTaskIsIgnoredPolitely() {
    door.openPullRequest("Oil", "main", "hubot");
    github.announcePullRequest(door, 1, "labeled");
    deliver(theOnlyDelivery()).statusCode(200).body("message", equalTo("Event ignored"));
  }

  @Test
  void repeatedNewsLinksOnceAndALinkThatSomebodyRemovedStaysAway() {
    TestTask task = aTask();
    int number = opened("DS-" + task.id());
    github.announcePullRequest(door, number, "synchronize");
    deliverAll();
    assertThat(links(task)).hasSize(1);
    as(given.aTeamLead())
        .delete("/tasks/{id}/github/{link}", task.id(), links(task).getFirst().get("id"))
        .then()
        .statusCode(200);
    github.announcePullRequest(door, number, "edited");
    deliverAll();
    assertThat(links(task)).isEmpty();
  }

  @Test
  void aTaskThatIsNamedLaterIsLinkedLater() {
    TestTask task = aTask();
    int number = opened("Oil");
    door.issue(number).saying("See DS-" + task.id());
    github.announcePullRequest(door, number, "edited");
    deliverAll();
    assertThat(links(task)).hasSize(1);
  }

  @Test
  void anIssueAndAPullRequestShareTheRowOfTheirTask() {
    door.open("Squeaks", "octocat");
    TestTask task = linkedTask(1);
    opened("DS-" + task.id());
    assertThat(links(task))
        .singleElement()
        .satisfies(
            link ->
                assertThat(link)
                    .containsEntry("issue_number", 1)
                    .containsEntry("pull_request_number", 2));
  }

  @Test
  void onlyTasksOfTheProjectsThatTheRulesNameAreLinked() {
    TestUser lead = given.aTeamLead();
    TestProject doors = given.aProject("Doors", lead);
    TestProject secret = given.aProject("Secret", lead);
    TestTask inside = given.aTask("Oil", lead).in(doors);
    TestTask outside = given.aTask("Hide", lead).in(secret);
    TestTask alone = given.aTask("Alone", lead);
    rules("{\"project_ids\": [" + doors.id() + "]}");
    opened("DS-%d DS-%d DS-%d".formatted(inside.id(), outside.id(), alone.id()));
    assertThat(links(inside)).hasSize(1);
    assertThat(links(outside)).isEmpty();
    assertThat(links(alone)).isEmpty();
  }

  @Test
  void anOutsiderLinksNothing() {
    TestTask task = aTask();
    door.openPullRequest("DS-" + task.id(), "main", "stranger").by("NONE");
    github.announcePullRequest(door, 1, "opened");
    deliverAll();
    assertThat(links(task)).isEmpty();
  }

  @Test
  void whoMayUpdateATaskLinksItFromAnywhere() {
    jdbc.sql("UPDATE github_repositories SET tracked = false").update();
    TestTask own = aTask().assignedTo(dev);
    TestTask foreign = aTask();
    door.openPullRequest("DS-%d DS-%d".formatted(own.id(), foreign.id()), "main", "OctoCat")
        .by("NONE");
    github.announcePullRequest(door, 1, "opened");
    deliverAll();
    assertThat(links(own))
        .singleElement()
        .satisfies(link -> assertThat(link).containsEntry("created_by", dev.id()));
    assertThat(links(foreign)).isEmpty();
  }

  @Test
  void nobodyLinksFromARepositoryThatIsNotTracked() {
    jdbc.sql("UPDATE github_repositories SET tracked = false").update();
    TestTask task = aTask();
    opened("DS-" + task.id());
    assertThat(links(task)).isEmpty();
  }

  @Test
  void tasksThatDoNotExistHurtNobody() {
    opened("DS-999999999 DS-0");
    assertThat(jdbc.sql("SELECT count(*) FROM task_github_links").query(Integer.class).single())
        .isZero();
  }

  @Test
  void pollingFindsWhatWebhooksLost() {
    TestTask task = aTask();
    jdbc.sql("INSERT INTO ops.github_pull_request_polls (repo_id, tracked_by) VALUES (?, ?)")
        .params(repo, dev.id())
        .update();
    door.openPullRequest("DS-" + task.id(), "main", "hubot");
    pullPolling.poll();
    assertThat(links(task)).hasSize(1);
    pullPolling.poll();
    assertThat(github.calls("GET /repos/acme/door/pulls")).isEqualTo(2);
    door.openPullRequest("Another for DS-" + task.id(), "main", "hubot");
    pullPolling.poll();
    assertThat(links(task)).hasSize(2);
  }

  @Test
  void aRepositoryThatNobodyMayReadIsNotAsked() {
    pullPolling.poll();
    assertThat(github.calls()).isEmpty();
  }

  @Test
  void aTitleIsFollowed() {
    TestTask task = aTask();
    opened("DS-" + task.id());
    door.issue(1).rename("Better: DS-" + task.id());
    github.announcePullRequest(door, 1, "edited");
    deliverAll();
    assertThat(links(task).getFirst())
        .containsEntry("pull_request_title", "Better: DS-" + task.id());
  }
}
