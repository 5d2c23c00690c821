package dev.devsync.github.accounts;

import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The queries on {@code github_tokens}, which keep {@code users.github_connected} equal to "has a
 * token".
 */
@Repository
class TokenRepository {

  private final JdbcClient jdbc;

  TokenRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StoredToken> find(int userId) {
    return jdbc.sql(
            "SELECT id, user_id, access_token, refresh_token, token_expires_at FROM github_tokens WHERE user_id = :user")
        .param("user", userId)
        .query(
            (row, number) ->
                new StoredToken(
                    row.getInt("id"),
                    row.getInt("user_id"),
                    row.getString("access_token"),
                    row.getString("refresh_token"),
                    Instants.nullable(row, "token_expires_at")))
        .optional();
  }

  /** Stores the user's one token row, in place of an earlier one. */
  void store(
      int userId,
      String accessToken,
      @Nullable String refreshToken,
      @Nullable Instant expiresAt,
      Instant now) {
    jdbc.sql(
            "INSERT INTO github_tokens (user_id, access_token, refresh_token, token_expires_at, created_at)"
                + " VALUES (:user, :access, :refresh, :expires, :now) ON CONFLICT (user_id) DO UPDATE SET"
                + " access_token = excluded.access_token, refresh_token = excluded.refresh_token,"
                + " token_expires_at = excluded.token_expires_at, created_at = excluded.created_at")
        .param("user", userId)
        .param("access", accessToken)
        .param("refresh", refreshToken)
        .param("expires", Instants.column(expiresAt))
        .param("now", Instants.column(now))
        .update();
  }

  /** Stores what a token was renewed to, unless the row holds another by now, or is gone. */
  void renew(
      StoredToken former,
      String accessToken,
      @Nullable String refreshToken,
      @Nullable Instant expiresAt,
      Instant now) {
    jdbc.sql(
            "UPDATE github_tokens SET access_token = :access, refresh_token = :refresh,"
                + " token_expires_at = :expires, created_at = :now"
                + " WHERE user_id = :user AND access_token = :former")
        .param("access", accessToken)
        .param("refresh", refreshToken)
        .param("expires", Instants.column(expiresAt))
        .param("now", Instants.column(now))
        .param("user", former.userId())
        .param("former", former.accessToken())
        .update();
  }

  /** Whether the user's token may be renewed now; if so, nobody else may until then. */
  boolean takeRenewal(int userId, Instant now, Instant until) {
    return jdbc.sql(
                "INSERT INTO ops.github_token_renewals AS r (user_id, until) VALUES (:user, :until)"
                    + " ON CONFLICT (user_id) DO UPDATE SET until = excluded.until WHERE r.until <= :now")
            .param("user", userId)
            .param("until", Instants.column(until))
            .param("now", Instants.column(now))
            .update()
        == 1;
  }

  void endRenewal(int userId) {
    jdbc.sql("DELETE FROM ops.github_token_renewals WHERE user_id = :user")
        .param("user", userId)
        .update();
  }

  /** Whether the row still holds this token; locks it until the end of the transaction. */
  boolean isStill(StoredToken token) {
    return jdbc.sql(
            "SELECT access_token = :token FROM github_tokens WHERE user_id = :user FOR UPDATE")
        .param("token", token.accessToken())
        .param("user", token.userId())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Whether there was such a user, who is now known by this name on GitHub. */
  boolean markConnected(int userId, String githubUsername) {
    return jdbc.sql(
                "UPDATE users SET github_username = :name, github_connected = true WHERE id = :user")
            .param("name", githubUsername)
            .param("user", userId)
            .update()
        == 1;
  }

  /** Forgets everything about the user's account; false if there was nothing to forget. */
  boolean forget(int userId) {
    int superseded =
        jdbc.sql("DELETE FROM ops.superseded_github_tokens WHERE user_id = :user")
            .param("user", userId)
            .update();
    int tokens =
        jdbc.sql("DELETE FROM github_tokens WHERE user_id = :user").param("user", userId).update();
    int users =
        jdbc.sql(
                "UPDATE users SET github_username = NULL, github_connected = false WHERE id = :user"
                    + " AND (github_username IS NOT NULL OR github_connected)")
            .param("user", userId)
            .update();
    return superseded + tokens + users > 0;
  }
}
