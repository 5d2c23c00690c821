package dev.devsync.github.pulls;

import dev.devsync.platform.time.Instants;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ops.github_pull_request_rules}, and what follows from them for tasks. */
@Repository
class RulesRepository {

  private static final String COMPLETION =
      "(SELECT CASE p.stage WHEN 'merged' THEN s.merged ELSE s.closed END FROM task_github_links o"
          + " JOIN ops.github_pull_requests p ON p.repo_id = o.repo_id AND p.number = o.pull_request_number"
          + " JOIN ops.github_pull_request_rules s ON s.repo_id = o.repo_id"
          + " WHERE o.task_id = t.id AND p.happened_at >= s.since"
          + " AND (NOT s.closing_words_only OR t.id = ANY (p.closing_tasks))"
          + " AND (p.stage = 'merged' AND s.merged IN ('done', 'completed')"
          + " OR p.stage = 'closed' AND s.closed IN ('done', 'completed'))"
          + " ORDER BY p.happened_at DESC LIMIT 1)";

  private static final String WAITS =
      "EXISTS (SELECT FROM task_github_links o LEFT JOIN ops.github_pull_requests p ON p.repo_id = o.repo_id"
          + " AND p.number = o.pull_request_number WHERE o.task_id = t.id AND o.pull_request_number IS NOT NULL"
          + " AND coalesce(p.stage, 'opened') NOT IN ('merged', 'closed', 'gone'))";

  private final JdbcClient jdbc;

  RulesRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Rules, and since when they hold. */
  record Stored(PullRequestRules rules, Instant since) {}

  Optional<Stored> find(int repoId) {
    return jdbc.sql(
            "SELECT opened, review_requested, merged, closed, closing_words_only, project_ids, since"
                + " FROM ops.github_pull_request_rules WHERE repo_id = :repo")
        .param("repo", repoId)
        .query(RulesRepository::map)
        .optional();
  }

  void store(int repoId, PullRequestRules rules, Instant now) {
    jdbc.sql(
            "INSERT INTO ops.github_pull_request_rules (repo_id, opened, review_requested, merged, closed,"
                + " closing_words_only, project_ids, since) VALUES (:repo, :opened, :review, :merged, :closed,"
                + " :closingOnly, :projects, :now) ON CONFLICT (repo_id) DO UPDATE SET opened = excluded.opened,"
                + " review_requested = excluded.review_requested, merged = excluded.merged, closed = excluded.closed,"
                + " closing_words_only = excluded.closing_words_only, project_ids = excluded.project_ids,"
                + " since = excluded.since")
        .param("repo", repoId)
        .param("opened", rules.opened())
        .param("review", rules.reviewRequested())
        .param("merged", rules.merged())
        .param("closed", rules.closed())
        .param("closingOnly", rules.closingWordsOnly())
        .param("projects", rules.projectIds().toArray(Integer[]::new))
        .param("now", Instants.column(now))
        .update();
  }

  /** Of these projects, how many there are. */
  int existing(List<Integer> projectIds) {
    return jdbc.sql("SELECT count(*) FROM projects WHERE id = ANY (:ids)")
        .param("ids", projectIds.toArray(Integer[]::new))
        .query(Integer.class)
        .single();
  }

  /** The tasks linked with the pull request. */
  List<FollowingTask> following(PullRequestNews news) {
    return jdbc.sql(
            "SELECT t.id, min(l.id) AS link_id, t.status IN ('done', 'completed') AS complete, "
                + WAITS
                + " AS waits, "
                + COMPLETION
                + " AS completion FROM tasks t JOIN task_github_links l ON l.task_id = t.id"
                + " WHERE l.repo_id = :repo AND l.pull_request_number = :number GROUP BY t.id ORDER BY t.id")
        .param("repo", news.repoId())
        .param("number", news.number())
        .query(
            (row, number) ->
                new FollowingTask(
                    row.getInt("id"),
                    row.getInt("link_id"),
                    row.getBoolean("complete"),
                    news.closing().contains(row.getInt("id")),
                    row.getBoolean("waits"),
                    row.getString("completion")))
        .list();
  }

  private static Stored map(ResultSet row, int number) throws SQLException {
    Array projects = row.getArray("project_ids");
    return new Stored(
        new PullRequestRules(
            row.getString("opened"),
            row.getString("review_requested"),
            row.getString("merged"),
            row.getString("closed"),
            row.getBoolean("closing_words_only"),
            List.of((Integer[]) projects.getArray())),
        Instants.required(row, "since"));
  }
}
