package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looks at what, on all instances: {@code ops.presence}. */
@Repository
class PresenceRepository {

  private static final String LIMIT = "now() AT TIME ZONE 'utc' - make_interval(secs => :seconds)";

  private final JdbcClient jdbc;

  PresenceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes changes of one room take turns until the transaction ends. */
  void lock(Room room) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(:room))")
        .param("room", room.wireName())
        .query((row, n) -> n)
        .list();
  }

  /** Adds those sockets that are not there. */
  void add(Room room, Collection<LiveSession> sockets, UUID instance, Instant now) {
    if (!sockets.isEmpty()) {
      jdbc.sql(
              "INSERT INTO ops.presence (room, socket, user_id, name, role, instance, joined_at)"
                  + " SELECT :room, s.socket, u.id, u.name, u.role, :instance, :now FROM"
                  + " unnest(:sockets::text[], :users::int[]) AS s (socket, user_id)"
                  + " JOIN users u ON u.id = s.user_id"
                  + " ON CONFLICT DO NOTHING")
          .param("room", room.wireName())
          .param("sockets", sockets.stream().map(LiveSession::id).toArray(String[]::new))
          .param("users", sockets.stream().map(LiveSession::userId).toArray(Integer[]::new))
          .param("instance", instance)
          .param("now", Instants.column(now))
          .update();
    }
  }

  void remove(Room room, Collection<String> sockets) {
    if (!sockets.isEmpty()) {
      jdbc.sql("DELETE FROM ops.presence WHERE room = :room AND socket = ANY(:sockets::text[])")
          .param("room", room.wireName())
          .param("sockets", sockets.toArray(String[]::new))
          .update();
    }
  }

  /**
   * The people in the room by the time of their first socket, each once. Those whose account is
   * gone as well: that they leave is still to be told.
   */
  List<Viewer> viewers(Room room) {
    return jdbc.sql(
            "SELECT p.user_id AS id, COALESCE(u.name, min(p.name), '') AS name,"
                + " COALESCE(u.role, min(p.role), 'developer') AS role, min(p.joined_at) AS joined_at"
                + " FROM ops.presence p LEFT JOIN users u ON u.id = p.user_id"
                + " WHERE p.room = :room GROUP BY p.user_id, u.id ORDER BY joined_at, p.user_id")
        .param("room", room.wireName())
        .query(PresenceRepository::map)
        .list();
  }

  /** By the clock of the database: those of several servers need not agree. */
  void heartbeat(UUID instance) {
    jdbc.sql(
            "INSERT INTO ops.instances (id, seen_at) VALUES (:id, now() AT TIME ZONE 'utc')"
                + " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at")
        .param("id", instance)
        .update();
  }

  /** That a socket was recorded as being in a room. */
  record Seat(Room room, String socket) {}

  /** What an instance recorded. */
  List<Seat> seats(UUID instance) {
    return jdbc.sql("SELECT room, socket FROM ops.presence WHERE instance = :instance")
        .param("instance", instance)
        .query(PresenceRepository::seat)
        .list();
  }

  /** Sockets of instances that were not seen for so long. */
  List<Seat> orphans(Duration unseen) {
    return jdbc.sql(
            "SELECT p.room, p.socket FROM ops.presence p LEFT JOIN ops.instances i ON i.id = p.instance"
                + " WHERE i.id IS NULL OR i.seen_at < "
                + LIMIT)
        .param("seconds", unseen.toSeconds())
        .query(PresenceRepository::seat)
        .list();
  }

  void forgetInstances(Duration unseen) {
    jdbc.sql("DELETE FROM ops.instances WHERE seen_at < " + LIMIT)
        .param("seconds", unseen.toSeconds())
        .update();
  }

  private static Seat seat(ResultSet row, int number) throws SQLException {
    return new Seat(Room.named(row.getString("room")), row.getString("socket"));
  }

  private static Viewer map(ResultSet row, int number) throws SQLException {
    return new Viewer(
        row.getInt("id"),
        row.getString("name"),
        Role.named(row.getString("role")).orElseThrow(),
        Instants.required(row, "joined_at"));
  }
}
