package dev.devsync.github.webhooks;

import dev.devsync.platform.time.Instants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ops.github_deliveries}. */
@Repository
class DeliveryRepository {

  private static final int REMEMBERED = 1_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  DeliveryRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A delivery that waits to be heeded, with its news as JSON. */
  record Waiting(long id, @Nullable Integer repoId, String event, String news, int attempts) {}

  /**
   * The number of the new row; empty if the delivery was seen before. Without news there is nothing
   * to wait for.
   */
  Optional<Long> insert(Delivery delivery, @Nullable String news) {
    return jdbc.sql(
            "INSERT INTO ops.github_deliveries (delivery_id, repo_id, event, action, news, outcome, received_at,"
                + " next_attempt_at) VALUES (:delivery, :repo, :event, :action, :news::json, :outcome, :now, :now)"
                + " ON CONFLICT (delivery_id) DO NOTHING RETURNING id")
        .param("delivery", delivery.id())
        .param("repo", delivery.repoId())
        .param("event", delivery.event())
        .param("action", delivery.action())
        .param("news", news)
        .param("outcome", news == null ? "ignored" : "waiting")
        .param("now", Instants.column(clock.instant()))
        .query(Long.class)
        .optional();
  }

  /** The delivery if it still waits. */
  Optional<Waiting> find(long id) {
    return waiting(id, "");
  }

  /** The same, locked until the end of the transaction. */
  Optional<Waiting> lock(long id) {
    return waiting(id, " FOR UPDATE");
  }

  private Optional<Waiting> waiting(long id, String locking) {
    return jdbc.sql(
            "SELECT id, repo_id, event, news::text AS news, attempts FROM ops.github_deliveries"
                + " WHERE id = :id AND outcome = 'waiting'"
                + locking)
        .param("id", id)
        .query(
            (row, number) ->
                new Waiting(
                    row.getLong("id"),
                    row.getObject("repo_id", Integer.class),
                    row.getString("event"),
                    row.getString("news"),
                    row.getInt("attempts")))
        .optional();
  }

  /** Deliveries whose time to be tried again has come, oldest first. */
  List<Long> due() {
    return jdbc.sql(
            "SELECT id FROM ops.github_deliveries WHERE outcome = 'waiting' AND next_attempt_at <= :now"
                + " ORDER BY id LIMIT 500")
        .param("now", Instants.column(clock.instant()))
        .query(Long.class)
        .list();
  }

  /** How many deliveries wait, due or not. */
  long waiting() {
    return jdbc.sql("SELECT count(*) FROM ops.github_deliveries WHERE outcome = 'waiting'")
        .query(Long.class)
        .single();
  }

  void end(long id, String outcome) {
    jdbc.sql(
            "UPDATE ops.github_deliveries SET outcome = :outcome, next_attempt_at = NULL WHERE id = :id")
        .param("outcome", outcome)
        .param("id", id)
        .update();
  }

  /** Notes one more failed attempt; without a next one the delivery is set aside. */
  void failed(long id, String error, @Nullable Instant next) {
    jdbc.sql(
            "UPDATE ops.github_deliveries SET attempts = attempts + 1, error = :error, outcome = :outcome,"
                + " next_attempt_at = :next WHERE id = :id AND outcome = 'waiting'")
        .param("error", error)
        .param("outcome", next == null ? "failed" : "waiting")
        .param("next", Instants.column(next))
        .param("id", id)
        .update();
  }

  /** Forgets what is older than the moment, but never the newest thousand. */
  void trim(Instant before) {
    jdbc.sql(
            "DELETE FROM ops.github_deliveries WHERE received_at < :before AND outcome <> 'waiting' AND id NOT IN"
                + " (SELECT id FROM ops.github_deliveries ORDER BY id DESC LIMIT "
                + REMEMBERED
                + ")")
        .param("before", Instants.column(before))
        .update();
  }
}
