package dev.devsync.realtime;

import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads the outbox in the order in which nothing can be missed. */
@Repository
class OutboxRepository {

  private static final String SELECT =
      "SELECT seq, xid::text::bigint AS xid, type, project_id, task_id, actor_id, payload::text AS"
          + " payload, created_at FROM ops.events WHERE ";

  /** What nobody is told of when they come back. */
  private static final String[] FLEETING = {PresenceChanged.TYPE, "session.ended"};

  private static final String SETTLED = " AND xid < pg_snapshot_xmin(pg_current_snapshot())";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  OutboxRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The place from which everything is still to come. */
  Position end() {
    return new Position(
        jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            .query(Long.class)
            .single(),
        0);
  }

  /** What follows the place and can no longer be preceded by anything. */
  List<OutboxEvent> after(Position place, int most) {
    return jdbc.sql(
            SELECT
                + "(xid, seq) > (:xid::text::xid8, :seq)"
                + SETTLED
                + " ORDER BY xid, seq LIMIT :most")
        .param("xid", Long.toString(place.transaction()))
        .param("seq", place.seq())
        .param("most", most)
        .query(this::map)
        .list();
  }

  /** When the oldest event after the place was written, settled or not; empty if there is none. */
  Optional<Instant> oldestAfter(Position place) {
    return jdbc.sql(
            "SELECT created_at FROM ops.events WHERE (xid, seq) > (:xid::text::xid8, :seq)"
                + " ORDER BY xid, seq LIMIT 1")
        .param("xid", Long.toString(place.transaction()))
        .param("seq", place.seq())
        .query((row, number) -> Instants.required(row, "created_at"))
        .optional();
  }

  /** The last rows before the place that are still of use, in order. */
  List<OutboxEvent> before(Position place, int most) {
    return jdbc.sql(
            SELECT
                + "xid < :xid::text::xid8 AND type <> ALL (:fleeting::text[])"
                + " ORDER BY xid DESC, seq DESC LIMIT :most")
        .param("xid", Long.toString(place.transaction()))
        .param("fleeting", FLEETING)
        .param("most", most)
        .query(this::map)
        .list()
        .reversed();
  }

  /** Where the event with this number stands; empty if it was trimmed or never was. */
  Optional<Position> find(long seq) {
    return jdbc.sql("SELECT xid::text::bigint AS xid FROM ops.events WHERE seq = :seq")
        .param("seq", seq)
        .query(Long.class)
        .optional()
        .map(xid -> new Position(xid, seq));
  }

  private OutboxEvent map(ResultSet row, int number) throws SQLException {
    return new OutboxEvent(
        new Position(row.getLong("xid"), row.getLong("seq")),
        row.getString("type"),
        nullableInt(row, "project_id"),
        nullableInt(row, "task_id"),
        nullableInt(row, "actor_id"),
        json.readTree(row.getString("payload")),
        Instants.required(row, "created_at"));
  }

  private static @Nullable Integer nullableInt(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
