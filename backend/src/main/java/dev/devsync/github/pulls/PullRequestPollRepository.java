package dev.devsync.github.pulls;

import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which repositories are asked for their pull requests, and with whose token. */
@Repository
class PullRequestPollRepository {

  private static final int MOST = 100;

  private static final String DUE =
      "SELECT * FROM (SELECT r.id, r.repo_name, p.etag, p.etag_user_id, p.polled_at,"
          + " coalesce((SELECT min(l.created_by) FROM task_github_links l JOIN github_tokens c ON c.user_id ="
          + " l.created_by WHERE l.repo_id = r.id), (SELECT c.user_id FROM github_tokens c WHERE c.user_id ="
          + " p.tracked_by)) AS reader FROM github_repositories r"
          + " LEFT JOIN ops.github_pull_request_polls p ON p.repo_id = r.id"
          + " WHERE r.tracked OR EXISTS (SELECT FROM task_github_links l WHERE l.repo_id = r.id"
          + " AND l.pull_request_number IS NOT NULL)) d WHERE reader IS NOT NULL"
          + " ORDER BY polled_at NULLS FIRST, id LIMIT "
          + MOST;

  private static final String UNSEEN =
      "SELECT DISTINCT l.pull_request_number FROM task_github_links l LEFT JOIN ops.github_pull_requests p"
          + " ON p.repo_id = l.repo_id AND p.number = l.pull_request_number WHERE l.repo_id = :repo"
          + " AND l.pull_request_number IS NOT NULL AND p.stage IS NULL ORDER BY 1 LIMIT 50";

  private final JdbcClient jdbc;

  PullRequestPollRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A repository to ask.
   *
   * @param reader whose token is used
   * @param etag of the last answer to this reader
   * @param isFirst whether it was never asked before
   */
  record Due(int repoId, String repoName, int reader, @Nullable String etag, boolean isFirst) {}

  /** The repositories that were not asked for longest. */
  List<Due> due() {
    return jdbc.sql(DUE)
        .query(
            (row, number) ->
                new Due(
                    row.getInt("id"),
                    row.getString("repo_name"),
                    row.getInt("reader"),
                    row.getInt("etag_user_id") == row.getInt("reader")
                        ? row.getString("etag")
                        : null,
                    row.getObject("polled_at") == null))
        .list();
  }

  /** Linked pull requests of which nothing was seen yet. */
  List<Integer> unseen(int repoId) {
    return jdbc.sql(UNSEEN).param("repo", repoId).query(Integer.class).list();
  }

  void polled(Due repository, @Nullable String etag, Instant now) {
    jdbc.sql(
            "INSERT INTO ops.github_pull_request_polls (repo_id, etag, etag_user_id, polled_at)"
                + " VALUES (:repo, :etag, :user, :now) ON CONFLICT (repo_id) DO UPDATE SET etag = excluded.etag,"
                + " etag_user_id = excluded.etag_user_id, polled_at = excluded.polled_at")
        .param("repo", repository.repoId())
        .param("etag", etag)
        .param("user", repository.reader())
        .param("now", Instants.column(now))
        .update();
  }
}
