package dev.devsync.github.pulls;

import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which repositories are asked for their pull requests, and with whose token. */
@Repository
class PullRequestPollRepository {

  private static final int MOST = 100;

  private static final String DUE =
      "SELECT * FROM (SELECT r.id, r.repo_name, p.etag, p.etag_user_id, p.polled_at, p.incomplete,"
          + " ARRAY(SELECT DISTINCT l.created_by FROM task_github_links l JOIN github_tokens c ON c.user_id ="
          + " l.created_by WHERE l.repo_id = r.id ORDER BY 1) || ARRAY(SELECT c.user_id FROM github_tokens c"
          + " WHERE c.user_id = p.tracked_by) AS readers FROM github_repositories r"
          + " LEFT JOIN ops.github_pull_request_polls p ON p.repo_id = r.id"
          + " WHERE r.tracked OR EXISTS (SELECT FROM task_github_links l WHERE l.repo_id = r.id"
          + " AND l.pull_request_number IS NOT NULL)) d WHERE cardinality(readers) > 0"
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
   * @param readers whose tokens may be used, in this order; whoever was answered last comes first
   * @param etag of the last answer; null if not all that is new was read
   * @param etagReader whom that answer was given to
   * @param isFirst whether it was never asked before
   * @param isIncomplete whether the last round ended before it had read all that is new
   */
  record Due(
      int repoId,
      String repoName,
      List<Integer> readers,
      @Nullable String etag,
      int etagReader,
      boolean isFirst,
      boolean isIncomplete) {

    /** The entity tag says nothing to others than whom it was given to. */
    @Nullable String etagFor(int reader) {
      return reader == etagReader ? etag : null;
    }
  }

  /** The repositories that were not asked for longest. */
  List<Due> due() {
    return jdbc.sql(DUE).query(PullRequestPollRepository::map).list();
  }

  private static Due map(ResultSet row, int number) throws SQLException {
    int etagReader = row.getInt("etag_user_id");
    boolean isIncomplete = row.getBoolean("incomplete");
    return new Due(
        row.getInt("id"),
        row.getString("repo_name"),
        Arrays.stream((Integer[]) row.getArray("readers").getArray())
            .distinct()
            .sorted(Comparator.comparing(reader -> reader != etagReader))
            .toList(),
        isIncomplete ? null : row.getString("etag"),
        etagReader,
        row.getObject("polled_at") == null,
        isIncomplete);
  }

  /** Linked pull requests of which nothing was seen yet. */
  List<Integer> unseen(int repoId) {
    return jdbc.sql(UNSEEN).param("repo", repoId).query(Integer.class).list();
  }

  /** There is more to read than one page. */
  void begin(int repoId) {
    jdbc.sql(
            "INSERT INTO ops.github_pull_request_polls (repo_id, incomplete) VALUES (:repo, true)"
                + " ON CONFLICT (repo_id) DO UPDATE SET incomplete = true")
        .param("repo", repoId)
        .update();
  }

  /** The repository was asked; an entity tag is given only if all that is new was read. */
  void polled(Due repository, int reader, @Nullable Tag tag, Instant now) {
    jdbc.sql(
            "INSERT INTO ops.github_pull_request_polls AS p (repo_id, etag, etag_user_id, polled_at)"
                + " VALUES (:repo, :etag, :user, :now) ON CONFLICT (repo_id) DO UPDATE SET etag = excluded.etag,"
                + " etag_user_id = excluded.etag_user_id, polled_at = excluded.polled_at,"
                + " incomplete = p.incomplete AND NOT :complete")
        .param("repo", repository.repoId())
        .param("etag", tag == null ? repository.etagFor(reader) : tag.text())
        .param("user", reader)
        .param("complete", tag != null)
        .param("now", Instants.column(now))
        .update();
  }

  /** What GitHub marks the newest pull requests with, all of which were heeded; or nothing. */
  record Tag(@Nullable String text) {}
}
