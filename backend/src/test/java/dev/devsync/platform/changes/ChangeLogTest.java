package dev.devsync.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.testing.HttpTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class ChangeLogTest extends HttpTest {

  private static final Actor ACTOR = Actor.anonymous(new Origin("198.51.100.1", "curl"));

  @Autowired private ChangeLog changes;
  @Autowired private TransactionTemplate transaction;
  @Autowired private OutboxTrimming trimming;

  record Happened(String what) implements DomainEvent {
    @Override
    public String type() {
      return "test.happened";
    }
  }

  @Test
  void eventsAndAuditEntriesAreWrittenWithTheChangeOrNotAtAll() {
    AuditEntry audit = new AuditEntry("tested", "thing", "7", Map.of("a", 1));
    transaction.executeWithoutResult(status -> changes.record(ACTOR, new Happened("once"), audit));
    transaction.executeWithoutResult(
        status -> {
          changes.record(ACTOR, new Happened("never"), audit);
          status.setRollbackOnly();
        });
    assertThat(events("test.happened"))
        .extracting(row -> row.get("json"))
        .containsExactly("{\"what\":\"once\"}");
    assertThat(events("audit.recorded")).hasSize(1);
    assertThat(audited("tested"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("ip", "198.51.100.1")
                    .containsEntry("user_agent", "curl"));
  }

  @Test
  void nothingIsRecordedOutsideOfATransaction() {
    assertThatThrownBy(() -> changes.record(ACTOR, new Happened("alone")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void listenersAreWokenOnceAtCommit() throws Exception {
    try (Connection listener =
        DriverManager.getConnection(dev.devsync.testing.TestPostgres.jdbcUrl("postgres"))) {
      listener.createStatement().execute("LISTEN " + Outbox.CHANNEL);
      transaction.executeWithoutResult(
          status -> {
            changes.record(ACTOR, List.of(new Happened("a"), new Happened("b")), List.of());
            changes.record(ACTOR, new Happened("c"));
          });
      assertThat(listener.unwrap(PGConnection.class).getNotifications(5_000)).hasSize(1);
    }
  }

  @Test
  void theOutboxIsTrimmedInBatches() {
    jdbc.sql(
            "INSERT INTO ops.events (type, payload, created_at) SELECT 'old', '{}',"
                + " now() AT TIME ZONE 'utc' - interval '91 days' FROM generate_series(1, 2500)")
        .update();
    transaction.executeWithoutResult(status -> changes.record(ACTOR, new Happened("new")));
    trimming.trim();
    assertThat(jdbc.sql("SELECT type FROM ops.events").query(String.class).list())
        .containsExactly("test.happened");
  }

  @Test
  void whoCameAndWentAndWhatWasPassedOnIsKeptForADayOnly() {
    jdbc.sql(
            "INSERT INTO ops.events (type, payload, created_at) SELECT type, '{}', now() AT TIME"
                + " ZONE 'utc' - make_interval(hours => age) FROM unnest(ARRAY['presence.changed',"
                + " 'relayed', 'task.updated']) type, unnest(ARRAY[23, 25]) age")
        .update();

    trimming.trim();

    assertThat(jdbc.sql("SELECT type FROM ops.events ORDER BY type").query(String.class).list())
        .containsExactly("presence.changed", "relayed", "task.updated", "task.updated");
  }
}
