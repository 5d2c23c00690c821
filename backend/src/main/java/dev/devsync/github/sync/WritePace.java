package dev.devsync.github.sync;

import dev.devsync.platform.time.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * GitHub's manners for writes: one at a time for a token, a pause after each, and none while a
 * limit holds. Kept in the database, so that all instances together keep them.
 */
@Repository
class WritePace {

  private final JdbcClient jdbc;
  private final SyncSettings settings;
  private final Clock clock;

  WritePace(JdbcClient jdbc, SyncSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Whether the user's token may write now; if so, nobody else may until it is released or the time
   * is up.
   */
  boolean take(int userId, Duration longest) {
    Instant now = clock.instant();
    return jdbc.sql(
                "INSERT INTO ops.github_write_pace AS p (user_id, next_at) VALUES (:user, :until)"
                    + " ON CONFLICT (user_id) DO UPDATE SET next_at = excluded.next_at WHERE p.next_at <= :now")
            .param("user", userId)
            .param("until", Instants.column(now.plus(longest)))
            .param("now", Instants.column(now))
            .update()
        == 1;
  }

  /** The earliest moment at which the token may write. */
  Instant next(int userId) {
    return jdbc.sql("SELECT next_at FROM ops.github_write_pace WHERE user_id = :user")
        .param("user", userId)
        .query((row, number) -> Instants.required(row, "next_at"))
        .optional()
        .orElse(clock.instant());
  }

  void release(int userId) {
    pause(userId, settings.writePause());
  }

  /** Lets the token rest for so long from now. */
  void pause(int userId, Duration rest) {
    jdbc.sql("UPDATE ops.github_write_pace SET next_at = :next WHERE user_id = :user")
        .param("next", Instants.column(clock.instant().plus(rest)))
        .param("user", userId)
        .update();
  }
}
