package dev.devsync.auth;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.security.CallerLookup;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenProblem;
import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up user and session of a token together, so that revocation and new roles act at once. */
@Repository
class SessionCallers implements CallerLookup {

  private static final String QUERY =
      "SELECT u.id, u.name, u.email, u.role, s.id AS session, s.ended_at, s.expires_at"
          + " FROM users u LEFT JOIN ops.sessions s ON s.id = :session AND s.user_id = u.id WHERE u.id = :user";

  private final JdbcClient jdbc;
  private final Clock clock;

  SessionCallers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Result find(TokenClaims claims, Origin origin) {
    return jdbc.sql(QUERY)
        .param("session", claims.sessionId())
        .param("user", claims.userId())
        .query((row, number) -> result(row, claims.sessionId(), origin))
        .optional()
        .orElseGet(() -> new Result.Rejected(TokenProblem.INVALID));
  }

  private Result result(ResultSet row, @Nullable UUID sessionId, Origin origin)
      throws SQLException {
    if (sessionId != null) {
      Instant expiry = Instants.nullable(row, "expires_at");
      if (expiry == null || Instants.nullable(row, "ended_at") != null) {
        return new Result.Rejected(TokenProblem.REVOKED);
      }
      if (!expiry.isAfter(clock.instant())) {
        return new Result.Rejected(TokenProblem.EXPIRED);
      }
    }
    return new Result.Found(
        new Caller(
            row.getInt("id"),
            row.getString("name"),
            row.getString("email"),
            Role.named(row.getString("role")).orElseThrow(),
            sessionId,
            origin));
  }
}
