package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.fakegithub.FakeDelivery;
import dev.devsync.fakegithub.Weather;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.testing.TestTask;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTest extends SyncTest {

  @Test
  void closingAnIssueCompletesItsTask() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery())
        .statusCode(200)
        .body("message", equalTo("Webhook processed"))
        .body("tasks_updated", equalTo(1));
    assertThat(status(task)).isEqualTo("done");
    assertThat(state(task)).isEqualTo("closed");
    assertThat(audited("task_updated"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("actor_user_id")).isNull())
        .satisfies(row -> assertThat((String) row.get("metadata")).contains("github"));
    assertThat(events("task.completed"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("actor_id")).isNull());
    awaitJobs();
    assertThat(github.calls("PATCH")).isZero();
  }

  @Test
  void reopeningAnIssueReopensItsTask() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery());
    github.setState(door, 1, "open", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
    assertThat(status(task)).isEqualTo("in_progress");
  }

  @Test
  void aTaskIsCompleteWhenAllItsIssuesAreClosed() {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask task = linkedTask(1);
    link(task, 2);
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(0));
    awaitJobs();
    assertThat(status(task)).isEqualTo("todo");
    assertThat(door.issue(2).state()).isEqualTo("open");
    github.setState(door, 2, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
    assertThat(status(task)).isEqualTo("done");
  }

  @Test
  void reopeningOneIssueReopensTheTaskAndItsOtherIssues() {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask task = linkedTask(1);
    link(task, 2);
    setStatus(task, "done");
    awaitJobs();
    github.deliveries();
    github.setState(door, 1, "open", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
    awaitJobs();
    assertThat(status(task)).isEqualTo("in_progress");
    assertThat(door.issue(2).state()).isEqualTo("open");
  }

  @Test
  void allTasksLinkedWithAnIssueFollow() {
    door.open("One", "octocat");
    TestTask first = linkedTask(1);
    TestTask second = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(2));
    assertThat(List.of(status(first), status(second))).containsOnly("done");
  }

  @Test
  void aFirstSightOnlyCountsIfTheIssueIsClosed() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1).withStatus("done");
    jdbc.sql("UPDATE task_github_links SET issue_state = NULL").update();
    github.setTitle(door, 1, "Uno", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(0));
    assertThat(status(task)).isEqualTo("done");
    assertThat(state(task)).isEqualTo("open");
    task.withStatus("todo");
    jdbc.sql("UPDATE task_github_links SET issue_state = NULL").update();
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
  }

  @Test
  void aTitleIsFollowed() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.setTitle(door, 1, "Uno", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(0));
    as(dev)
        .get("/tasks/{id}/github", task.id())
        .then()
        .body("links[0].issue_title", equalTo("Uno"));
  }

  @Test
  void aDeletedIssueIsForgottenAndHoldsNothingUp() {
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask task = linkedTask(1);
    link(task, 2);
    github.delete(door, 1, "octocat");
    deliver(theOnlyDelivery()).statusCode(200);
    as(dev).get("/tasks/{id}/github", task.id()).then().body("links[0].issue_state", nullValue());
    github.setState(door, 2, "closed", "octocat");
    deliver(theOnlyDelivery()).body("tasks_updated", equalTo(1));
  }

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
    assertThat(github.calls("GET /repos/acme/door/issues/1")).isEqualTo(2);
    assertThat(jdbc.sql("SELECT etag FROM ops.github_issues").query(String.class).single())
        .isEqualTo(etag);
    github.delete(door, 1, "octocat");
    polling.poll();
    polling.poll();
    assertThat(github.calls("GET /repos/acme/door/issues/1")).isEqualTo(3);
    assertThat(state(task)).isNull();
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

  @Test
  void aForgedDeliveryIsRefusedAndRevealsNothing() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    github.setState(door, 1, "closed", "octocat");
    FakeDelivery delivery = theOnlyDelivery();
    for (String signature :
        List.of(delivery.signature("another secret"), "sha256=00", "", "sha1=" + "0".repeat(40))) {
      deliver(delivery, signature)
          .statusCode(401)
          .body("message", equalTo("Invalid webhook signature"));
    }
    assertThat(status(task)).isEqualTo("todo");
    assertThat(jdbc.sql("SELECT count(*) FROM ops.github_deliveries").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aRepositoryWithASecretOfItsOwnAcceptsNoOther() {
    door.open("One", "octocat");
    linkedTask(1);
    jdbc.sql("UPDATE github_repositories SET webhook_secret = ?")
        .param(box.seal(Purpose.WEBHOOK_SECRET, "the secret of the door"))
        .update();
    github.setState(door, 1, "closed", "octocat");
    FakeDelivery delivery = theOnlyDelivery();
    deliver(delivery).statusCode(401);
    deliver(delivery, delivery.signature("the secret of the door"))
        .statusCode(200)
        .body("tasks_updated", equalTo(1));
  }

  private FakeDelivery delivery(String event, String body) {
    return new FakeDelivery(
        UUID.randomUUID().toString(), event, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNoJsonOrNamesNoRepositoryIsRefused() {
    for (String body : List.of("", "{", "not json")) {
      deliver(delivery("issues", body))
          .statusCode(400)
          .body("message", equalTo("Invalid JSON format in request body"));
    }
    for (String body :
        List.of("{}", "[]", "7", "{\"repository\": 7}", "{\"repository\": {\"id\": \"x\"}}")) {
      deliver(delivery("issues", body))
          .statusCode(400)
          .body("message", equalTo("Invalid repository data in webhook payload"));
    }
  }

  @Test
  void aPingIsAnswered() {
    deliver(delivery("ping", "{\"zen\": \"x\", \"repository\": {\"id\": 1}}"))
        .statusCode(200)
        .body("message", equalTo("pong"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "branch_protection_rule",
        "check_run",
        "check_suite",
        "code_scanning_alert",
        "commit_comment",
        "create",
        "delete",
        "dependabot_alert",
        "deploy_key",
        "deployment",
        "deployment_status",
        "discussion",
        "discussion_comment",
        "fork",
        "github_app_authorization",
        "gollum",
        "installation",
        "installation_repositories",
        "issue_comment",
        "issues",
        "label",
        "marketplace_purchase",
        "member",
        "membership",
        "merge_group",
        "meta",
        "milestone",
        "org_block",
        "organization",
        "package",
        "page_build",
        "project",
        "project_card",
        "project_column",
        "projects_v2_item",
        "public",
        "pull_request",
        "pull_request_review",
        "pull_request_review_comment",
        "pull_request_review_thread",
        "push",
        "registry_package",
        "release",
        "repository",
        "repository_dispatch",
        "repository_import",
        "repository_vulnerability_alert",
        "secret_scanning_alert",
        "security_advisory",
        "sponsorship",
        "star",
        "status",
        "team",
        "team_add",
        "watch",
        "workflow_dispatch",
        "workflow_job",
        "workflow_run",
        "unheard_of"
      })
  void everyOtherEventIsIgnoredPolitely(String event) {
    String body =
        "{\"action\": \"labeled\", \"repository\": {\"id\": %d, \"full_name\": \"acme/door\"}}";
    deliver(delivery(event, body.formatted(door.id())))
        .statusCode(200)
        .body("message", equalTo("Event ignored"));
  }

  @Test
  void anUnknownRepositoryIsIgnored() {
    deliver(
            delivery(
                "issues",
                "{\"action\": \"closed\", \"issue\": {\"number\": 1, \"state\": \"closed\"}, \"repository\": {\"id\": 1}}"))
        .statusCode(200)
        .body("message", equalTo("Event ignored"));
  }

  @Test
  void anOversizedDeliveryIsRefused() {
    deliver(delivery("issues", "{\"x\": \"" + "y".repeat(11 * 1024 * 1024) + "\"}"))
        .statusCode(413);
  }

  @Test
  void newsIsHeededWhileTheIntegrationIsSwitchedOff() {
    door.open("One", "octocat");
    TestTask task = linkedTask(1);
    given.setting("github_integration_enabled", "false");
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).statusCode(200).body("tasks_updated", equalTo(1));
    assertThat(status(task)).isEqualTo("done");
  }
}
