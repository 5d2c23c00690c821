package dev.devsync.github.webhooks;

import dev.devsync.platform.time.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ops.github_webhook_registrations}. */
@Repository
class RegistrationRepository {

  private final JdbcClient jdbc;
  private final Clock clock;

  RegistrationRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the webhook may be registered now; if so, nobody else may until it is released. */
  boolean take(int repoId, Duration longest) {
    Instant now = clock.instant();
    return jdbc.sql(
                "INSERT INTO ops.github_webhook_registrations AS g (id, busy_until) VALUES (:repo, :until)"
                    + " ON CONFLICT (id) DO UPDATE SET busy_until = excluded.busy_until"
                    + " WHERE g.busy_until IS NULL OR g.busy_until <= :now")
            .param("repo", repoId)
            .param("until", Instants.column(now.plus(longest)))
            .param("now", Instants.column(now))
            .update()
        == 1;
  }

  void release(int repoId) {
    jdbc.sql("UPDATE ops.github_webhook_registrations SET busy_until = NULL WHERE id = :repo")
        .param("repo", repoId)
        .update();
  }

  /** Whether nobody knows which of two secrets GitHub signs with. */
  boolean isUncertain(int repoId) {
    return jdbc.sql("SELECT uncertain FROM ops.github_webhook_registrations WHERE id = :repo")
        .param("repo", repoId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** The answer to a new secret was not heard; what was uncertain before stays as it is. */
  void doubt(int repoId, @Nullable String sealedFormer) {
    jdbc.sql(
            "UPDATE ops.github_webhook_registrations SET uncertain = true, former_secret = :former"
                + " WHERE id = :repo AND NOT uncertain")
        .param("former", sealedFormer)
        .param("repo", repoId)
        .update();
  }

  /** GitHub signs with the new secret. */
  void settle(int repoId) {
    jdbc.sql(
            "UPDATE ops.github_webhook_registrations SET uncertain = false, former_secret = NULL"
                + " WHERE id = :repo")
        .param("repo", repoId)
        .update();
  }
}
