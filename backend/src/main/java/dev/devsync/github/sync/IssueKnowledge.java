package dev.devsync.github.sync;

import dev.devsync.platform.time.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ops.github_issues}. */
@Repository
class IssueKnowledge {

  private final JdbcClient jdbc;

  IssueKnowledge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * When the newest heeded news happened. Locks the issue, so that its news is heeded one after
   * another.
   */
  @Nullable Instant lock(int repoId, int number) {
    return jdbc.sql(
            "INSERT INTO ops.github_issues (repo_id, number) VALUES (:repo, :number)"
                + " ON CONFLICT (repo_id, number) DO UPDATE SET repo_id = excluded.repo_id RETURNING news_at")
        .param("repo", repoId)
        .param("number", number)
        .query((row, n) -> Optional.ofNullable(Instants.nullable(row, "news_at")))
        .single()
        .orElse(null);
  }

  /** Remembers when news happened; an entity tag no longer fits. */
  void heeded(int repoId, int number, @Nullable Instant newsAt) {
    jdbc.sql(
            "UPDATE ops.github_issues SET news_at = greatest(news_at, :news), gone = false, etag = NULL"
                + " WHERE repo_id = :repo AND number = :number")
        .param("news", Instants.column(newsAt))
        .param("repo", repoId)
        .param("number", number)
        .update();
  }

  void gone(int repoId, int number) {
    jdbc.sql(
            "UPDATE ops.github_issues SET gone = true, etag = NULL WHERE repo_id = :repo AND number = :number")
        .param("repo", repoId)
        .param("number", number)
        .update();
  }

  void polled(int repoId, int number, @Nullable String etag, int userId) {
    jdbc.sql(
            "UPDATE ops.github_issues SET etag = :etag, etag_user_id = :user"
                + " WHERE repo_id = :repo AND number = :number")
        .param("etag", etag)
        .param("user", userId)
        .param("repo", repoId)
        .param("number", number)
        .update();
  }

  /**
   * Whether the issue could be taken for a write; nobody else gets it until it is released or the
   * time is up.
   */
  boolean take(int repoId, int number, Instant now, Duration longest) {
    return jdbc.sql(
                "INSERT INTO ops.github_issues AS i (repo_id, number, busy_until) VALUES (:repo, :number, :until)"
                    + " ON CONFLICT (repo_id, number) DO UPDATE SET busy_until = excluded.busy_until"
                    + " WHERE i.busy_until IS NULL OR i.busy_until <= :now")
            .param("repo", repoId)
            .param("number", number)
            .param("until", Instants.column(now.plus(longest)))
            .param("now", Instants.column(now))
            .update()
        == 1;
  }

  void release(int repoId, int number) {
    jdbc.sql(
            "UPDATE ops.github_issues SET busy_until = NULL WHERE repo_id = :repo AND number = :number")
        .param("repo", repoId)
        .param("number", number)
        .update();
  }
}
