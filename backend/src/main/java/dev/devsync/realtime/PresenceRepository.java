package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looks at what, on all instances: {@code ops.presence}. */
@Repository
class PresenceRepository {

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

  /** Adds a socket; false if it was there. */
  boolean add(Room room, LiveSession session, UUID instance, Instant now) {
    return jdbc.sql(
                "INSERT INTO ops.presence (room, socket, user_id, instance, joined_at)"
                    + " VALUES (:room, :socket, :user, :instance, :now) ON CONFLICT DO NOTHING")
            .param("room", room.wireName())
            .param("socket", session.id())
            .param("user", session.userId())
            .param("instance", instance)
            .param("now", Instants.column(now))
            .update()
        == 1;
  }

  boolean remove(Room room, String socket) {
    return jdbc.sql("DELETE FROM ops.presence WHERE room = :room AND socket = :socket")
            .param("room", room.wireName())
            .param("socket", socket)
            .update()
        == 1;
  }

  /** The people in the room by the time of their first socket, each once. */
  List<Viewer> viewers(Room room) {
    return jdbc.sql(
            "SELECT u.id, u.name, u.role, min(p.joined_at) AS joined_at FROM ops.presence p JOIN"
                + " users u ON u.id = p.user_id WHERE p.room = :room GROUP BY u.id ORDER BY"
                + " joined_at, u.id")
        .param("room", room.wireName())
        .query(PresenceRepository::map)
        .list();
  }

  void heartbeat(UUID instance, Instant now) {
    jdbc.sql(
            "INSERT INTO ops.instances (id, seen_at) VALUES (:id, :now)"
                + " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at")
        .param("id", instance)
        .param("now", Instants.column(now))
        .update();
  }

  /** That a socket was recorded as being in a room. */
  record Seat(Room room, String socket, int userId) {}

  /** What an instance recorded. */
  List<Seat> seats(UUID instance) {
    return jdbc.sql("SELECT room, socket, user_id FROM ops.presence WHERE instance = :instance")
        .param("instance", instance)
        .query(PresenceRepository::seat)
        .list();
  }

  /** Sockets of instances not seen since the given time. */
  List<Seat> orphans(Instant notSeenSince) {
    return jdbc.sql(
            "SELECT p.room, p.socket, p.user_id FROM ops.presence p LEFT JOIN ops.instances i ON"
                + " i.id = p.instance WHERE i.id IS NULL OR i.seen_at < :since")
        .param("since", Instants.column(notSeenSince))
        .query(PresenceRepository::seat)
        .list();
  }

  void forgetInstances(Instant notSeenSince) {
    jdbc.sql("DELETE FROM ops.instances WHERE seen_at < :since")
        .param("since", Instants.column(notSeenSince))
        .update();
  }

  private static Seat seat(ResultSet row, int number) throws SQLException {
    return new Seat(
        Room.named(row.getString("room")), row.getString("socket"), row.getInt("user_id"));
  }

  private static Viewer map(ResultSet row, int number) throws SQLException {
    return new Viewer(
        row.getInt("id"),
        row.getString("name"),
        Role.named(row.getString("role")).orElseThrow(),
        Instants.required(row, "joined_at"));
  }
}
