package dev.devsync.github.sync;

import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be polled. */
@Repository
class PollRepository {

  private static final int MOST = 500;
  private static final String DUE =
      "SELECT l.repo_id, r.repo_name, l.issue_number, min(coalesce(c.user_id, a.user_id)) AS reader,"
          + " i.etag, i.etag_user_id, i.news_at FROM task_github_links l"
          + " JOIN github_repositories r ON r.id = l.repo_id JOIN tasks t ON t.id = l.task_id"
          + " LEFT JOIN github_tokens c ON c.user_id = l.created_by"
          + " LEFT JOIN github_tokens a ON a.user_id = t.assigned_to"
          + " LEFT JOIN ops.github_issues i ON i.repo_id = l.repo_id AND i.number = l.issue_number"
          + " WHERE l.issue_number IS NOT NULL AND coalesce(c.user_id, a.user_id) IS NOT NULL"
          + " AND i.gone IS NOT TRUE"
          + " GROUP BY l.repo_id, r.repo_name, l.issue_number, i.etag, i.etag_user_id, i.news_at"
          + " ORDER BY min(coalesce(l.last_synced_at, '-infinity')), l.repo_id, l.issue_number LIMIT "
          + MOST;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  PollRepository(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * An issue to ask for.
   *
   * @param reader whose token is used
   * @param etag of the last answer to this reader
   * @param heeded when the newest heeded news happened
   */
  record Due(
      int repoId,
      String repoName,
      int number,
      int reader,
      @Nullable String etag,
      @Nullable Instant heeded) {}

  /** The issues that were not looked at for longest. */
  List<Due> due() {
    return jdbc.sql(DUE)
        .query(
            (row, n) ->
                new Due(
                    row.getInt("repo_id"),
                    row.getString("repo_name"),
                    row.getInt("issue_number"),
                    row.getInt("reader"),
                    row.getInt("etag_user_id") == row.getInt("reader")
                        ? row.getString("etag")
                        : null,
                    Instants.nullable(row, "news_at")))
        .list();
  }

  void lookedAt(List<Due> issues, Instant now) {
    batches.batchUpdate(
        "UPDATE task_github_links SET last_synced_at = ? WHERE repo_id = ? AND issue_number = ?",
        issues.stream()
            .map(i -> new Object[] {Instants.column(now), i.repoId(), i.number()})
            .toList());
  }
}
