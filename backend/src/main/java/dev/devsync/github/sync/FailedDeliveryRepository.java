package dev.devsync.github.sync;

import dev.devsync.github.sync.FailedDeliveries.FailedDelivery;
import dev.devsync.platform.time.Instants;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines about deliveries in {@code ops.github_sync_events}, and the deliveries themselves. */
@Repository
class FailedDeliveryRepository {

  private final JdbcClient jdbc;
  private final Clock clock;

  FailedDeliveryRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The id of the line; empty if somebody decided to ignore the delivery meanwhile. */
  Optional<Long> note(FailedDelivery delivery) {
    return jdbc.sql(
            "INSERT INTO ops.github_sync_events AS e (direction, action, outcome, reason, repo_id, issue_number,"
                + " pull_request_number, attempts, next_attempt_at, kept_delivery, created_at, updated_at)"
                + " VALUES ('from_github', 'heed_delivery', :outcome, :reason, :repo, :issue, :pull, :attempts, :next,"
                + " :kept, :now, :now) ON CONFLICT (kept_delivery) WHERE kept_delivery IS NOT NULL DO UPDATE SET"
                + " outcome = excluded.outcome, reason = excluded.reason, attempts = excluded.attempts,"
                + " next_attempt_at = excluded.next_attempt_at, updated_at = excluded.updated_at"
                + " WHERE e.outcome <> 'ignored' RETURNING id")
        .param(
            "outcome",
            (delivery.next() == null ? SyncOutcome.FAILED : SyncOutcome.WAITING).wireName())
        .param("reason", delivery.reason())
        .param("repo", delivery.repoId())
        .param("issue", delivery.issueNumber())
        .param("pull", delivery.pullRequestNumber())
        .param("attempts", delivery.attempts())
        .param("next", Instants.column(delivery.next()))
        .param("kept", delivery.number())
        .param("now", Instants.column(clock.instant()))
        .query(Long.class)
        .optional();
  }

  /**
   * Locks the delivery that the event tells of, if it does: always before the event itself, because
   * whoever heeds deliveries goes in that order.
   */
  void lockFor(long eventId) {
    jdbc.sql(
            "SELECT id FROM ops.github_deliveries WHERE id ="
                + " (SELECT kept_delivery FROM ops.github_sync_events WHERE id = :event) FOR UPDATE")
        .param("event", eventId)
        .query(Long.class)
        .optional();
  }

  /** The id of the line, if there is one that waits. */
  Optional<Long> settle(long number) {
    return jdbc.sql(
            "UPDATE ops.github_sync_events SET outcome = 'done', reason = NULL, next_attempt_at = NULL,"
                + " updated_at = :now WHERE kept_delivery = :kept AND outcome = 'waiting' RETURNING id")
        .param("now", Instants.column(clock.instant()))
        .param("kept", number)
        .query(Long.class)
        .optional();
  }

  /** Lets the delivery wait again; its first failure counts as the only one. */
  void revive(long number) {
    jdbc.sql(
            "UPDATE ops.github_deliveries SET outcome = 'waiting', attempts = 1, next_attempt_at = :now"
                + " WHERE id = :kept AND outcome IN ('waiting', 'failed', 'ignored')")
        .param("now", Instants.column(clock.instant()))
        .param("kept", number)
        .update();
  }

  void ignore(long number) {
    jdbc.sql(
            "UPDATE ops.github_deliveries SET outcome = 'ignored', next_attempt_at = NULL"
                + " WHERE id = :kept AND outcome IN ('waiting', 'failed')")
        .param("kept", number)
        .update();
  }
}
