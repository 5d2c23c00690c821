package dev.devsync.github.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.devsync.github.sync.SyncTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deliveries that cannot be heeded, because the database refuses what follows from them. */
class FailedDeliveriesTest extends SyncTest {

  @Autowired private Deliveries deliveries;

  private TestUser lead;
  private TestTask task;

  @BeforeEach
  void closedIssuesCannotBeStored() {
    lead = given.aTeamLead();
    door.open("One", "octocat");
    task = linkedTask(1);
    jdbc.sql(
            "ALTER TABLE task_github_links ADD CONSTRAINT broken CHECK (issue_state IS DISTINCT FROM 'closed') NOT VALID")
        .update();
    github.setState(door, 1, "closed", "octocat");
    deliver(theOnlyDelivery()).statusCode(200).body("tasks_updated", equalTo(0));
  }

  @AfterEach
  void repair() {
    jdbc.sql("ALTER TABLE task_github_links DROP CONSTRAINT IF EXISTS broken").update();
  }

  private long event() {
    return (long) syncEvents("heed_delivery").getFirst().get("id");
  }

  private String outcome() {
    return (String) syncEvents("heed_delivery").getFirst().get("outcome");
  }

  @Test
  void aFailedDeliveryWaitsVisiblyAndIsAnnounced() {
    as(lead)
        .get("/github/sync/events")
        .then()
        .body("events", hasSize(1))
        .body("events[0].action", equalTo("heed_delivery"))
        .body("events[0].direction", equalTo("from_github"))
        .body("events[0].outcome", equalTo("waiting"))
        .body("events[0].issue_number", equalTo(1))
        .body("events[0].attempts", equalTo(1))
        .body("events[0].next_attempt_at", notNullValue());
    as(lead).get("/github/sync").then().body("repositories[0].waiting", equalTo(1));
    assertThat(events("github.sync_changed")).hasSize(1);
    assertThat(status(task)).isEqualTo("todo");
  }

  @Test
  void aManagerLetsADeliveryBeHeededAgain() {
    as(dev).post("/github/sync/events/{id}/retry", event()).then().statusCode(403);
    repair();
    as(lead).post("/github/sync/events/{id}/retry", event()).then().statusCode(200);
    await().until(() -> outcome().equals("done"));
    assertThat(status(task)).isEqualTo("done");
    assertThat(audited("github_sync_retried")).hasSize(1);
    as(lead).post("/github/sync/events/{id}/retry", event()).then().statusCode(409);
    as(lead).get("/github/sync").then().body("repositories[0].health", equalTo("ok"));
  }

  @Test
  void aDeliveryThatFailsAgainGoesOnWaiting() {
    as(lead).post("/github/sync/events/{id}/retry", event()).then().statusCode(200);
    await().until(() -> syncEvents("heed_delivery").getFirst().get("next_attempt_at") != null);
    assertThat(syncEvents("heed_delivery"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row).containsEntry("outcome", "waiting").containsEntry("attempts", 2));
  }

  @Test
  void aManagerSetsADeliveryAside() {
    as(lead).post("/github/sync/events/{id}/ignore", event()).then().statusCode(200);
    repair();
    assertThat(outcome()).isEqualTo("ignored");
    assertThat(jdbc.sql("SELECT outcome FROM ops.github_deliveries").query(String.class).single())
        .isEqualTo("ignored");
    assertThat(audited("github_sync_ignored")).hasSize(1);
    as(lead).get("/github/sync").then().body("repositories[0].health", equalTo("ok"));
    as(lead).post("/github/sync/events/{id}/retry", event()).then().statusCode(200);
    await().until(() -> outcome().equals("done"));
    assertThat(status(task)).isEqualTo("done");
  }

  @Test
  void patienceEndsAndTheDeliveryIsSetAside() {
    jdbc.sql(
            "UPDATE ops.github_deliveries SET attempts = 9, next_attempt_at = received_at - interval '1 day'")
        .update();
    deliveries.heedDue();
    assertThat(outcome()).isEqualTo("failed");
    as(lead).get("/github/sync").then().body("repositories[0].failed", equalTo(1));
    as(lead).get("/github/sync").then().body("repositories[0].health", equalTo("failing"));
  }
}
