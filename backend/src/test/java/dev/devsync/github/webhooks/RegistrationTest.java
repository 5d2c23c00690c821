package dev.devsync.github.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.fakegithub.FakeDelivery;
import dev.devsync.fakegithub.Weather;
import dev.devsync.github.sync.SyncTest;
import dev.devsync.platform.crypto.Purpose;
import dev.devsync.testing.TestUser;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest extends SyncTest {

  private TestUser lead;

  @BeforeEach
  void aManagerWithAnAccount() {
    lead = given.aTeamLead();
    connected(lead, "boss");
  }

  private ValidatableResponse register() {
    return as(lead).post("/github/repositories/{id}/webhook", repo).then();
  }

  private String secret() throws Exception {
    String sealed =
        jdbc.sql("SELECT webhook_secret FROM github_repositories").query(String.class).single();
    assertThat(sealed).startsWith(box.currentPrefix());
    return box.open(Purpose.WEBHOOK_SECRET, sealed);
  }

  /** Lets deliveries to the server's public address arrive at the server under test. */
  private void connectedToTheWorld() {
    github.reach("https://devsync.example", "http://localhost:" + port);
    github.deliver(true);
  }

  @Test
  void aWebhookIsRegisteredAndItsPingArrives() throws Exception {
    connectedToTheWorld();
    register()
        .statusCode(201)
        .body("webhook.url", equalTo("https://devsync.example/api/v1/github/webhook"))
        .body("webhook.id", equalTo(1))
        .body("webhook.ping.outcome", equalTo("delivered"))
        .body("webhook.ping.status_code", equalTo(200));
    assertThat(secret()).hasSizeGreaterThan(40);
    assertThat(audited("github_webhook_registered"))
        .singleElement()
        .satisfies(row -> assertThat((String) row.get("metadata")).doesNotContain(secret()));
  }

  @Test
  void onlyManagersRegister() {
    as(dev).post("/github/repositories/{id}/webhook", repo).then().statusCode(403);
    assertThat(github.calls()).isEmpty();
  }

  @Test
  void aPingThatDoesNotArriveIsReported() {
    github.reach("https://devsync.example", "http://127.0.0.1:1");
    github.deliver(true);
    register()
        .statusCode(201)
        .body("webhook.ping.outcome", equalTo("failed"))
        .body("webhook.ping.status_code", nullValue());
  }

  @Test
  void aPingThatGithubHasNotSentYetIsPending() {
    register().statusCode(201).body("webhook.ping.outcome", equalTo("pending"));
  }

  @Test
  void aPingThatGithubDoesNotSendIsUnknown() {
    github.weather(Weather.DOWN, "/pings");
    register()
        .statusCode(201)
        .body("webhook.ping.outcome", equalTo("unknown"))
        .body("webhook.ping.message", equalTo("GitHub answered 503"));
  }

  @Test
  void registeringAgainReplacesTheSecret() throws Exception {
    connectedToTheWorld();
    register().statusCode(201);
    String first = secret();
    register()
        .statusCode(201)
        .body("webhook.id", equalTo(1))
        .body("webhook.ping.outcome", equalTo("delivered"));
    assertThat(secret()).isNotEqualTo(first);
    assertThat(github.calls("POST /repos/acme/door/hooks")).isEqualTo(3);
    assertThat(github.calls("PATCH /repos/acme/door/hooks/1")).isOne();
  }

  /** The status of a delivery that is signed with this secret. */
  private int delivered(String secret) {
    github.announcePullRequest(door, 1, "edited");
    FakeDelivery delivery = github.deliveries().getLast();
    return deliver(delivery, delivery.signature(secret)).extract().statusCode();
  }

  @Test
  void afterALostAnswerBothSecretsAreAcceptedUntilTheNewOneIsSeen() throws Exception {
    door.openPullRequest("Oil", "main", "octocat");
    register().statusCode(201);
    String former = secret();
    github.weather(Weather.ANSWER_LOST, "PATCH /repos/acme/door/hooks");
    register().statusCode(502);
    String told = secret();
    assertThat(told).isNotEqualTo(former);
    assertThat(delivered(former)).isEqualTo(200);
    register().statusCode(502);
    assertThat(secret()).isEqualTo(told);
    assertThat(delivered(former)).isEqualTo(200);
    assertThat(delivered(told)).isEqualTo(200);
    assertThat(delivered(former)).isEqualTo(401);
  }

  @Test
  void aWebhookIsNotRegisteredTwiceAtTheSameTime() {
    List<Integer> meanwhile = new ArrayList<>();
    github.meanwhile("/hooks", () -> meanwhile.add(register().extract().statusCode()));
    register().statusCode(201);
    assertThat(meanwhile).containsExactly(409);
  }

  @Test
  void aWebhookThatGithubRefusesLeavesTheSecretAsItWas() {
    github.weather(Weather.NOT_FOUND, "/hooks");
    register().statusCode(403).body("message", equalTo("GitHub refused to register the webhook"));
    github.weather(Weather.UNPROCESSABLE, "/hooks");
    register().statusCode(409);
    github.weather(Weather.DOWN, "/hooks");
    register().statusCode(502);
    assertThat(
            jdbc.sql("SELECT count(*) FROM github_repositories WHERE webhook_secret IS NULL")
                .query(Integer.class)
                .single())
        .isOne();
    as(lead).get("/github/sync").then().body("repositories", empty());
  }
}
