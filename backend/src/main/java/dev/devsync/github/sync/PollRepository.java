package dev.devsync.github.sync;

import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be polled. */
@Repository
class PollRepository {

  private static final int MOST = 500;
  private static final String READERS =
      " JOIN tasks t ON t.id = l.task_id LEFT JOIN github_tokens c ON c.user_id = l.created_by"
          + " LEFT JOIN github_tokens a ON a.user_id = t.assigned_to";
  private static final String DUE =
      "SELECT l.repo_id, r.repo_name, l.issue_number, array_agg(DISTINCT c.user_id) AS creators,"
          + " array_agg(DISTINCT a.user_id) AS assignees,"
          + " CASE WHEN bool_or(l.issue_state IS NULL) THEN NULL ELSE i.etag END AS etag, i.etag_user_id, i.news_at"
          + " FROM task_github_links l JOIN github_repositories r ON r.id = l.repo_id"
          + READERS
          + " LEFT JOIN ops.github_issues i ON i.repo_id = l.repo_id AND i.number = l.issue_number"
          + " WHERE l.issue_number IS NOT NULL AND coalesce(c.user_id, a.user_id) IS NOT NULL"
          + " AND i.gone IS NOT TRUE"
          + " GROUP BY l.repo_id, r.repo_name, l.issue_number, i.etag, i.etag_user_id, i.news_at"
          + " ORDER BY min(coalesce(l.last_synced_at, '-infinity')), l.repo_id, l.issue_number LIMIT "
          + MOST;
  private static final String OF_ISSUE =
      "SELECT DISTINCT reader FROM task_github_links l"
          + READERS
          + " CROSS JOIN LATERAL (VALUES (c.user_id), (a.user_id)) AS v (reader)"
          + " WHERE l.repo_id = :repo AND l.issue_number = :number AND reader IS NOT NULL";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  PollRepository(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * An issue to ask for.
   *
   * @param readers whose tokens may be used, in this order; whoever was answered last comes first
   * @param etag of the last answer; null if a link does not know the state yet, which an unchanged
   *     issue would not tell
   * @param etagReader whom that answer was given to
   * @param heeded when the newest heeded news happened
   */
  record Due(
      int repoId,
      String repoName,
      int number,
      List<Integer> readers,
      @Nullable String etag,
      int etagReader,
      @Nullable Instant heeded) {

    /** The entity tag says nothing to others than whom it was given to. */
    @Nullable String etagFor(int reader) {
      return reader == etagReader ? etag : null;
    }
  }

  /** The issues that were not looked at for longest. */
  List<Due> due() {
    return jdbc.sql(DUE).query(PollRepository::map).list();
  }

  /** Everybody whose token may be used to ask for the issue. */
  Set<Integer> readersOf(int repoId, int number) {
    return Set.copyOf(
        jdbc.sql(OF_ISSUE)
            .param("repo", repoId)
            .param("number", number)
            .query(Integer.class)
            .list());
  }

  private static Due map(ResultSet row, int number) throws SQLException {
    int etagReader = row.getInt("etag_user_id");
    List<Integer> readers =
        Stream.of("creators", "assignees")
            .flatMap(column -> users(row, column))
            .distinct()
            .sorted(Comparator.comparing(reader -> reader != etagReader))
            .toList();
    return new Due(
        row.getInt("repo_id"),
        row.getString("repo_name"),
        row.getInt("issue_number"),
        readers,
        row.getString("etag"),
        etagReader,
        Instants.nullable(row, "news_at"));
  }

  private static Stream<Integer> users(ResultSet row, String column) {
    try {
      @Nullable Integer[] users = (Integer[]) row.getArray(column).getArray();
      return Arrays.stream(users).filter(Objects::nonNull).map(Objects::requireNonNull);
    } catch (SQLException failure) {
      throw new IllegalStateException("not a list of users", failure);
    }
  }

  void lookedAt(List<Due> issues, Instant now) {
    batches.batchUpdate(
        "UPDATE task_github_links SET last_synced_at = ? WHERE repo_id = ? AND issue_number = ?",
        issues.stream()
            .map(i -> new Object[] {Instants.column(now), i.repoId(), i.number()})
            .toList());
  }
}
