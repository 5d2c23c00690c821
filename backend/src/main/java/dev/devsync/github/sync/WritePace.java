package dev.devsync.github.sync;

import dev.devsync.github.client.GithubTrouble;
import dev.devsync.platform.time.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * GitHub's manners: one write at a time for a token, a pause after each, and no calls of its own
 * accord while a limit holds. Kept in the database, so that all instances together keep them.
 */
@Repository
public class WritePace {

  static final Duration WITHOUT_ADVICE = Duration.ofSeconds(60);

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

  /** The write has ended; a rest that GitHub asked for meanwhile goes on. */
  void release(int userId) {
    jdbc.sql(
            "UPDATE ops.github_write_pace SET next_at = greatest(:next, resting_until) WHERE user_id = :user")
        .param("next", Instants.column(clock.instant().plus(settings.writePause())))
        .param("user", userId)
        .update();
  }

  /** Lets the token rest, because GitHub limits it: for as long as that was advised. */
  public void rest(int userId, GithubTrouble limit) {
    Duration rest = Objects.requireNonNullElse(limit.retryAfter(), WITHOUT_ADVICE);
    jdbc.sql(
            "INSERT INTO ops.github_write_pace (user_id, next_at, resting_until) VALUES (:user, :next, :next)"
                + " ON CONFLICT (user_id) DO UPDATE SET next_at = excluded.next_at,"
                + " resting_until = excluded.resting_until")
        .param("next", Instants.column(clock.instant().plus(rest)))
        .param("user", userId)
        .update();
  }

  /** Whose tokens rest. */
  public Set<Integer> resting() {
    return Set.copyOf(
        jdbc.sql("SELECT user_id FROM ops.github_write_pace WHERE resting_until > :now")
            .param("now", Instants.column(clock.instant()))
            .query(Integer.class)
            .list());
  }
}
