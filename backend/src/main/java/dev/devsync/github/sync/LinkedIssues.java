package dev.devsync.github.sync;

import dev.devsync.platform.changes.TaskTurns;
import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The issues in {@code task_github_links}, as synchronisation sees them. */
@Repository
class LinkedIssues {

  private static final String SELECT =
      "SELECT l.id, l.task_id, l.repo_id, l.issue_number, l.issue_state, l.issue_title,"
          + " w.id IS NOT NULL AS being_written, w.sent FROM task_github_links l LEFT JOIN LATERAL"
          + " (SELECT e.id, e.sent FROM ops.github_sync_events e WHERE e.link_id = l.id AND e.outcome = 'waiting'"
          + " AND e.action IN ('close_issue', 'reopen_issue') ORDER BY e.id DESC LIMIT 1) w ON true";
  private static final String NOT_GONE =
      " NOT EXISTS (SELECT FROM ops.github_issues i WHERE i.repo_id = l.repo_id AND i.number = l.issue_number"
          + " AND i.gone)";

  private final JdbcClient jdbc;

  LinkedIssues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The links of these tasks with issues that still exist. */
  List<LinkedIssue> ofTasks(Collection<Integer> taskIds) {
    return jdbc.sql(
            SELECT
                + " WHERE l.task_id = ANY (:tasks) AND l.issue_number IS NOT NULL AND"
                + NOT_GONE
                + " ORDER BY l.id")
        .param("tasks", taskIds.toArray(Integer[]::new))
        .query(LinkedIssues::map)
        .list();
  }

  /** Waits for the turn to change the tasks linked with the issue; before anything is locked. */
  void takeTurns(int repoId, int number) {
    jdbc.sql(
            TaskTurns.taking(
                "SELECT task_id AS id FROM task_github_links WHERE repo_id = :repo AND issue_number = :number"))
        .param("repo", repoId)
        .param("number", number)
        .query(String.class)
        .list();
  }

  /**
   * Locks the tasks linked with the issue, in the order of their ids, and then returns the links.
   */
  List<LinkedIssue> lockedOf(int repoId, int number) {
    jdbc.sql(
            "SELECT id FROM tasks WHERE id IN (SELECT task_id FROM task_github_links WHERE repo_id = :repo"
                + " AND issue_number = :number) ORDER BY id FOR UPDATE")
        .param("repo", repoId)
        .param("number", number)
        .query((row, n) -> n)
        .list();
    return jdbc.sql(SELECT + " WHERE l.repo_id = :repo AND l.issue_number = :number ORDER BY l.id")
        .param("repo", repoId)
        .param("number", number)
        .query(LinkedIssues::map)
        .list();
  }

  /**
   * Of the tasks linked with the issue, those whose status must follow: complete ones, or ones that
   * can be completed.
   */
  List<Integer> tasksToFollow(int repoId, int number, boolean closed) {
    return jdbc.sql(
            "SELECT t.id FROM tasks t WHERE t.id IN (SELECT task_id FROM task_github_links"
                + " WHERE repo_id = :repo AND issue_number = :number)"
                + " AND (t.status IN ('done', 'completed')) <> :closed AND (NOT :closed OR NOT EXISTS"
                + " (SELECT FROM task_github_links l WHERE l.task_id = t.id AND l.issue_number IS NOT NULL"
                + " AND l.issue_state IS DISTINCT FROM 'closed' AND"
                + NOT_GONE
                + ")) ORDER BY t.id")
        .param("repo", repoId)
        .param("number", number)
        .param("closed", closed)
        .query(Integer.class)
        .list();
  }

  /** Stores what is known of the issue in all its links; a null title leaves the stored ones. */
  void note(int repoId, int number, @Nullable String state, @Nullable String title, Instant now) {
    jdbc.sql(
            "UPDATE task_github_links SET issue_state = :state, issue_title = coalesce(:title, issue_title),"
                + " last_synced_at = :now WHERE repo_id = :repo AND issue_number = :number")
        .param("state", state)
        .param("title", title)
        .param("now", Instants.column(now))
        .param("repo", repoId)
        .param("number", number)
        .update();
  }

  /** The numbers of linked issues that are stored with another state than the news says. */
  Set<Integer> knownOtherwise(int repoId, List<IssueNews> news) {
    return Set.copyOf(
        jdbc.sql(
                "SELECT DISTINCT l.issue_number FROM task_github_links l"
                    + " JOIN unnest(:numbers::int[], :states::text[]) AS n (number, state)"
                    + " ON n.number = l.issue_number"
                    + " WHERE l.repo_id = :repo AND l.issue_state IS DISTINCT FROM n.state")
            .param("numbers", news.stream().map(IssueNews::number).toArray(Integer[]::new))
            .param("states", news.stream().map(IssueNews::state).toArray(String[]::new))
            .param("repo", repoId)
            .query(Integer.class)
            .list());
  }

  private static LinkedIssue map(ResultSet row, int number) throws SQLException {
    return new LinkedIssue(
        row.getInt("id"),
        row.getInt("task_id"),
        row.getInt("repo_id"),
        row.getInt("issue_number"),
        row.getString("issue_state"),
        row.getString("issue_title"),
        row.getBoolean("being_written"),
        row.getString("sent"));
  }
}
