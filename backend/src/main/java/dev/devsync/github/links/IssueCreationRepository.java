package dev.devsync.github.links;

import dev.devsync.platform.time.Instants;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ops.github_issue_creations}. */
@Repository
class IssueCreationRepository {

  private final JdbcClient jdbc;
  private final Clock clock;

  IssueCreationRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** When an issue was asked for whose answer was not heard. */
  Optional<Instant> unheard(int taskId, int repoId) {
    return jdbc.sql(
            "SELECT begun_at FROM ops.github_issue_creations WHERE task_id = :task AND repo_id = :repo")
        .param("task", taskId)
        .param("repo", repoId)
        .query((row, number) -> Instants.required(row, "begun_at"))
        .optional();
  }

  void begin(int taskId, int repoId) {
    jdbc.sql(
            "INSERT INTO ops.github_issue_creations (task_id, repo_id, begun_at) VALUES (:task, :repo, :now)"
                + " ON CONFLICT (task_id, repo_id) DO NOTHING")
        .param("task", taskId)
        .param("repo", repoId)
        .param("now", Instants.column(clock.instant()))
        .update();
  }

  /** The answer was heard, whatever it was. */
  void end(int taskId, int repoId) {
    jdbc.sql("DELETE FROM ops.github_issue_creations WHERE task_id = :task AND repo_id = :repo")
        .param("task", taskId)
        .param("repo", repoId)
        .update();
  }
}
