package dev.devsync.github.sync;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.time.Instants;
import dev.devsync.platform.web.Paging;
import dev.devsync.tasks.TaskRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads the log and the state of synchronisation, as far as the caller may see tasks and
 * repositories.
 */
@Repository
class SyncQueries {

  private static final String VISIBLE_TASK = " t.id IS NOT NULL AND " + TaskRows.VISIBLE_TO_VIEWER;
  private static final String EVENTS =
      " FROM ops.github_sync_events e JOIN github_repositories r ON r.id = e.repo_id LEFT JOIN tasks t ON t.id = e.task_id"
          + " WHERE (:repo::int IS NULL OR e.repo_id = :repo) AND (:task::int IS NULL OR e.task_id = :task)"
          + " AND (:outcome::text IS NULL OR e.outcome = :outcome)"
          + " AND (:direction::text IS NULL OR e.direction = :direction)";
  private static final String EVENT_COLUMNS =
      "SELECT e.id, e.direction, e.action, e.outcome, e.reason, e.repo_id, r.repo_name, e.task_id, t.title,"
          + " e.issue_number, e.pull_request_number, e.attempts, e.next_attempt_at, e.created_at, e.updated_at";
  private static final String REPOSITORIES =
      "SELECT r.id, r.repo_name, r.tracked, r.webhook_secret IS NOT NULL AS has_secret, l.links, l.polled,"
          + " e.waiting + d.waiting AS waiting, e.failed + d.failed AS failed, e.delayed + d.waiting AS delayed,"
          + " d.delivered FROM github_repositories r"
          + " CROSS JOIN LATERAL (SELECT count(*) AS links, max(last_synced_at) AS polled FROM task_github_links"
          + " WHERE repo_id = r.id) l"
          + " CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE outcome = 'waiting') AS waiting,"
          + " count(*) FILTER (WHERE outcome = 'failed') AS failed,"
          + " count(*) FILTER (WHERE outcome = 'waiting' AND attempts > 0) AS delayed"
          + " FROM ops.github_sync_events WHERE repo_id = r.id AND kept_delivery IS NULL) e"
          + " CROSS JOIN LATERAL (SELECT max(received_at) AS delivered,"
          + " count(*) FILTER (WHERE outcome = 'waiting') AS waiting,"
          + " count(*) FILTER (WHERE outcome = 'failed') AS failed"
          + " FROM ops.github_deliveries WHERE repo_id = r.id) d"
          + " WHERE (r.tracked OR l.links > 0)";
  private static final String LINKED_WITH_VISIBLE_TASK =
      " AND (r.tracked OR EXISTS (SELECT FROM task_github_links l JOIN tasks t ON t.id = l.task_id"
          + " WHERE l.repo_id = r.id AND "
          + TaskRows.VISIBLE_TO_VIEWER
          + "))";

  private final JdbcClient jdbc;

  SyncQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which events a caller wants to see; null means all. */
  record Filter(
      @Nullable Integer repoId,
      @Nullable Integer taskId,
      @Nullable String outcome,
      @Nullable String direction) {}

  List<SyncEvent> events(Filter filter, Paging paging, Caller caller) {
    return bound(
            EVENT_COLUMNS
                + EVENTS
                + visible(caller)
                + " ORDER BY e.id DESC LIMIT :limit OFFSET :offset",
            filter,
            caller)
        .param("limit", paging.perPage())
        .param("offset", paging.offset())
        .query(SyncQueries::event)
        .list();
  }

  long count(Filter filter, Caller caller) {
    return bound("SELECT count(*)" + EVENTS + visible(caller), filter, caller)
        .query(Long.class)
        .single();
  }

  List<RepositorySync> repositories(Caller caller) {
    return jdbc.sql(
            REPOSITORIES
                + (seesAll(caller) ? "" : LINKED_WITH_VISIBLE_TASK)
                + " ORDER BY lower(r.repo_name), r.id")
        .param("viewer", caller.id())
        .query(SyncQueries::repository)
        .list();
  }

  private StatementSpec bound(String sql, Filter filter, Caller caller) {
    return jdbc.sql(sql)
        .param("repo", filter.repoId())
        .param("task", filter.taskId())
        .param("outcome", filter.outcome())
        .param("direction", filter.direction())
        .param("viewer", caller.id());
  }

  private static String visible(Caller caller) {
    return seesAll(caller) ? "" : " AND (" + VISIBLE_TASK + ")";
  }

  private static boolean seesAll(Caller caller) {
    return Right.VIEW_TASK.isUnconditionalFor(caller.role());
  }

  private static SyncEvent event(ResultSet row, int number) throws SQLException {
    return new SyncEvent(
        row.getLong("id"),
        row.getString("direction"),
        SyncAction.named(row.getString("action")),
        SyncOutcome.named(row.getString("outcome")),
        row.getString("reason"),
        row.getInt("repo_id"),
        row.getString("repo_name"),
        row.getObject("task_id", Integer.class),
        row.getString("title"),
        row.getObject("issue_number", Integer.class),
        row.getObject("pull_request_number", Integer.class),
        row.getInt("attempts"),
        Instants.nullable(row, "next_attempt_at"),
        Instants.required(row, "created_at"),
        Instants.required(row, "updated_at"));
  }

  private static RepositorySync repository(ResultSet row, int number) throws SQLException {
    int failed = row.getInt("failed");
    return new RepositorySync(
        row.getInt("id"),
        row.getString("repo_name"),
        row.getBoolean("tracked"),
        row.getBoolean("has_secret"),
        RepositorySync.SyncHealth.of(row.getInt("delayed"), failed),
        row.getInt("links"),
        row.getInt("waiting"),
        failed,
        Instants.nullable(row, "delivered"),
        Instants.nullable(row, "polled"));
  }
}
