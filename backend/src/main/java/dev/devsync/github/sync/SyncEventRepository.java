package dev.devsync.github.sync;

import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Writes {@code ops.github_sync_events}. */
@Repository
class SyncEventRepository {

  private static final String INSERT =
      "INSERT INTO ops.github_sync_events (direction, action, outcome, reason, repo_id, task_id, link_id,"
          + " issue_number, pull_request_number, user_id, sent, created_at, updated_at) VALUES (:direction, :action,"
          + " :outcome, :reason, :repo, :task, :link, :issue, :pull, :user, :sent, :now, :now)";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Clock clock;

  SyncEventRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /** The ids of the new rows, in order. */
  List<Long> insert(List<NewSyncEvent> events) {
    GeneratedKeyHolder keys = new GeneratedKeyHolder();
    SqlParameterSource[] rows =
        events.stream().map(this::parameters).toArray(SqlParameterSource[]::new);
    batches.batchUpdate(INSERT, rows, keys, new String[] {"id"});
    return keys.getKeyList().stream()
        .map(key -> ((Number) Objects.requireNonNull(key.get("id"))).longValue())
        .toList();
  }

  private MapSqlParameterSource parameters(NewSyncEvent event) {
    return new MapSqlParameterSource()
        .addValue("direction", event.action().direction())
        .addValue("action", event.action().wireName())
        .addValue("outcome", event.outcome().wireName())
        .addValue("reason", event.reason())
        .addValue("repo", event.repoId())
        .addValue("task", event.taskId())
        .addValue("link", event.linkId())
        .addValue("issue", event.issueNumber())
        .addValue("pull", event.pullRequestNumber())
        .addValue("user", event.userId())
        .addValue("sent", event.sent())
        .addValue("now", Instants.column(clock.instant()));
  }

  /** Ends a waiting event. */
  void end(long id, SyncOutcome outcome, @Nullable String reason) {
    jdbc.sql(
            "UPDATE ops.github_sync_events SET outcome = :outcome, reason = :reason, next_attempt_at = NULL,"
                + " updated_at = :now WHERE id = :id AND outcome = 'waiting'")
        .param("outcome", outcome.wireName())
        .param("id", id)
        .param("now", Instants.column(clock.instant()))
        .param("reason", reason)
        .update();
  }

  /** Notes an attempt that did not succeed. */
  void postpone(long id, int attempts, String reason, Instant next) {
    jdbc.sql(
            "UPDATE ops.github_sync_events SET attempts = :attempts, reason = :reason, next_attempt_at = :next,"
                + " updated_at = :now WHERE id = :id AND outcome = 'waiting'")
        .param("attempts", attempts)
        .param("reason", reason)
        .param("next", Instants.column(next))
        .param("now", Instants.column(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Notes what a call is about to say; false if the event no longer waits. */
  boolean begin(long id, String sent) {
    return jdbc.sql(
                "UPDATE ops.github_sync_events SET sent = :sent WHERE id = :id AND outcome = 'waiting'")
            .param("sent", sent)
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * A write in whose place a newer one came.
   *
   * @param sent what it may have told GitHub, null if it made no call
   */
  record Replaced(long id, int linkId, @Nullable String sent) {}

  /** Lets writes of these links that still wait go, because newer ones take their place. */
  List<Replaced> replace(List<Integer> linkIds) {
    return jdbc.sql(
            "UPDATE ops.github_sync_events SET outcome = 'skipped', reason = 'replaced by a newer change',"
                + " next_attempt_at = NULL, updated_at = :now WHERE link_id = ANY (:links) AND outcome = 'waiting'"
                + " AND action IN ('close_issue', 'reopen_issue') RETURNING id, link_id, sent")
        .param("links", linkIds.toArray(Integer[]::new))
        .param("now", Instants.column(clock.instant()))
        .query(
            (row, number) ->
                new Replaced(row.getLong("id"), row.getInt("link_id"), row.getString("sent")))
        .list();
  }

  boolean exists(long id) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM ops.github_sync_events WHERE id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /**
   * What an event is about.
   *
   * @param keptDelivery the number of the delivery it tells of, null if it is about a write
   */
  record Subject(@Nullable Long keptDelivery) {}

  /**
   * Lets a write that has ended, or waits, wait from the beginning, and so a delivery that was not
   * heeded; empty if there is no such event. What the write may have told GitHub stays noted.
   */
  Optional<Subject> revive(long id) {
    return jdbc.sql(
            "UPDATE ops.github_sync_events SET outcome = 'waiting', attempts = 0, reason = NULL,"
                + " next_attempt_at = NULL, updated_at = :now WHERE id = :id AND outcome <> 'done'"
                + " AND (direction = 'to_github' OR kept_delivery IS NOT NULL) RETURNING kept_delivery")
        .param("now", Instants.column(clock.instant()))
        .param("id", id)
        .query(SyncEventRepository::subject)
        .optional();
  }

  /** Sets a write or a delivery aside that failed or waits; empty if there is no such event. */
  Optional<Subject> ignore(long id) {
    return jdbc.sql(
            "UPDATE ops.github_sync_events SET outcome = 'ignored', next_attempt_at = NULL, updated_at = :now"
                + " WHERE id = :id AND (direction = 'to_github' OR kept_delivery IS NOT NULL)"
                + " AND outcome IN ('failed', 'waiting') RETURNING kept_delivery")
        .param("now", Instants.column(clock.instant()))
        .param("id", id)
        .query(SyncEventRepository::subject)
        .optional();
  }

  private static Subject subject(ResultSet row, int number) throws SQLException {
    return new Subject(row.getObject("kept_delivery", Long.class));
  }

  /** Forgets what ended before the moment. */
  void trim(Instant before) {
    jdbc.sql(
            "DELETE FROM ops.github_sync_events WHERE created_at < :before AND outcome <> 'waiting'")
        .param("before", Instants.column(before))
        .update();
  }
}
