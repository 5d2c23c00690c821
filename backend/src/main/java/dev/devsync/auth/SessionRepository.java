package dev.devsync.auth;

import dev.devsync.platform.access.Origin;
import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on {@code ops.sessions} and {@code ops.refresh_tokens}. */
@Repository
class SessionRepository {

  private static final String SELECT =
      "SELECT id, user_id, created_at, last_seen_at, expires_at, ended_at, ip, user_agent FROM ops.sessions";

  private final JdbcClient jdbc;

  SessionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Session session, Instant accessExpiresAt) {
    jdbc.sql(
            "INSERT INTO ops.sessions"
                + " (id, user_id, created_at, last_seen_at, access_expires_at, expires_at, ip, user_agent)"
                + " VALUES (:id, :user, :now, :now, :access, :expires, :ip, :agent)")
        .param("id", session.id())
        .param("user", session.userId())
        .param("now", Instants.column(session.createdAt()))
        .param("access", Instants.column(accessExpiresAt))
        .param("expires", Instants.column(session.expiresAt()))
        .param("ip", session.ip())
        .param("agent", session.userAgent())
        .update();
  }

  /** The session, locked, so that refreshes of one session take turns. */
  Optional<Session> findForUpdate(UUID id) {
    return jdbc.sql(SELECT + " WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(SessionRepository::map)
        .optional();
  }

  /** The user's sessions that are still good, the latest used first. */
  List<Session> good(int userId, Instant now) {
    return jdbc.sql(
            SELECT
                + " WHERE user_id = :user AND ended_at IS NULL AND expires_at > :now"
                + " ORDER BY last_seen_at DESC, id")
        .param("user", userId)
        .param("now", Instants.column(now))
        .query(SessionRepository::map)
        .list();
  }

  /** Notes that the session was used, and until when its newest access token is good. */
  void touch(UUID id, Instant now, Instant accessExpiresAt, Origin origin) {
    jdbc.sql(
            "UPDATE ops.sessions SET last_seen_at = :now, access_expires_at = :access, ip = :ip, user_agent = :agent"
                + " WHERE id = :id")
        .param("now", Instants.column(now))
        .param("access", Instants.column(accessExpiresAt))
        .param("ip", origin.ip())
        .param("agent", origin.userAgent())
        .param("id", id)
        .update();
  }

  /**
   * Ends good sessions of the user: one, or all but one, or all. Returns the ids of those it ended.
   */
  List<UUID> end(
      int userId, @Nullable UUID only, @Nullable UUID except, String reason, Instant now) {
    return jdbc.sql(
            "UPDATE ops.sessions SET ended_at = :now, end_reason = :reason"
                + " WHERE user_id = :user AND ended_at IS NULL"
                + " AND (:only::uuid IS NULL OR id = :only) AND (:except::uuid IS NULL OR id <> :except)"
                + " RETURNING id")
        .param("now", Instants.column(now))
        .param("reason", reason)
        .param("user", userId)
        .param("only", only)
        .param("except", except)
        .query(UUID.class)
        .list();
  }

  void insertToken(UUID id, UUID sessionId, Instant issuedAt) {
    jdbc.sql(
            "INSERT INTO ops.refresh_tokens (jti, session_id, issued_at) VALUES (:id, :session, :issued)")
        .param("id", id)
        .param("session", sessionId)
        .param("issued", Instants.column(issuedAt))
        .update();
  }

  Optional<RefreshToken> findToken(UUID id, UUID sessionId) {
    return jdbc.sql(
            "SELECT t.jti, t.issued_at, t.replaced_at, s.jti IS NOT NULL AND s.replaced_at IS NULL AS fresh"
                + " FROM ops.refresh_tokens t LEFT JOIN ops.refresh_tokens s ON s.jti = t.replaced_by"
                + " WHERE t.jti = :id AND t.session_id = :session")
        .param("id", id)
        .param("session", sessionId)
        .query(SessionRepository::mapToken)
        .optional();
  }

  Optional<RefreshToken> currentToken(UUID sessionId) {
    return jdbc.sql(
            "SELECT jti, issued_at, replaced_at, false AS fresh FROM ops.refresh_tokens"
                + " WHERE session_id = :session AND replaced_at IS NULL")
        .param("session", sessionId)
        .query(SessionRepository::mapToken)
        .optional();
  }

  void replaceToken(UUID id, UUID successor, Instant now) {
    jdbc.sql(
            "UPDATE ops.refresh_tokens SET replaced_at = :now, replaced_by = :successor WHERE jti = :id")
        .param("now", Instants.column(now))
        .param("successor", successor)
        .param("id", id)
        .update();
  }

  /** Sessions that ended or ran out before the given time. */
  int deleteOver(Instant before) {
    return jdbc.sql("DELETE FROM ops.sessions WHERE expires_at < :before OR ended_at < :before")
        .param("before", Instants.column(before))
        .update();
  }

  private static Session map(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        row.getInt("user_id"),
        Instants.required(row, "created_at"),
        Instants.required(row, "last_seen_at"),
        Instants.required(row, "expires_at"),
        Instants.nullable(row, "ended_at"),
        row.getString("ip"),
        row.getString("user_agent"));
  }

  private static RefreshToken mapToken(ResultSet row, int number) throws SQLException {
    return new RefreshToken(
        row.getObject("jti", UUID.class),
        Instants.required(row, "issued_at"),
        Instants.nullable(row, "replaced_at"),
        row.getBoolean("fresh"));
  }
}
