package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.fakegithub.FakeDelivery;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.testing.TestTask;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at the open door of webhooks, whoever sent it. */
class HostileDeliveriesTest extends SyncTest {

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "[]",
        "{}",
        "{\"number\": 99999999999999999999, \"state\": \"open\"}",
        "{\"number\": -1, \"state\": \"open\"}",
        "{\"number\": \"1\", \"state\": {\"a\": 1}}",
        "{\"number\": 1, \"state\": \"open\", \"title\": 7, \"head\": [], \"user\": null, \"body\": {}}",
        "{\"number\": 1, \"state\": \"closed\", \"merged_at\": \"soon\", \"updated_at\": \"never\"}",
        "{\"number\": 1, \"state\": \"open\", \"title\": \"DS-1 \\u0000 \\ud800\", \"requested_reviewers\": 7}"
      })
  void malformedIssuesAndPullRequestsHurtNobody(String subject) {
    for (String event : List.of("issues", "pull_request")) {
      for (String action : List.of("closed", "opened", "deleted")) {
        deliver(
                delivery(
                    event,
                    "{\"action\": \"%s\", \"issue\": %s, \"pull_request\": %s, \"repository\": {\"id\": %d}}"
                        .formatted(action, subject, subject, door.id())))
            .statusCode(200);
      }
    }
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM ops.github_deliveries WHERE outcome NOT IN ('done', 'ignored')")
                .query(Integer.class)
                .single())
        .isZero();
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
}
