package dev.devsync.github.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is to be told about lines in the log of synchronisation. */
@Repository
class SyncNewsRepository {

  private final JdbcClient jdbc;

  SyncNewsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<GithubSyncChanged> of(Collection<Long> ids) {
    return jdbc.sql(
            "SELECT e.id, e.repo_id, e.action, e.outcome, t.id AS task_id, t.project_id, t.assigned_to,"
                + " t.created_by FROM ops.github_sync_events e LEFT JOIN tasks t ON t.id = e.task_id"
                + " WHERE e.id = ANY (:ids) ORDER BY e.id")
        .param("ids", ids.toArray(Long[]::new))
        .query(SyncNewsRepository::map)
        .list();
  }

  private static GithubSyncChanged map(ResultSet row, int number) throws SQLException {
    return new GithubSyncChanged(
        row.getLong("id"),
        row.getInt("repo_id"),
        SyncAction.named(row.getString("action")),
        SyncOutcome.named(row.getString("outcome")),
        task(row));
  }

  private static GithubSyncChanged.@Nullable ConcernedTask task(ResultSet row) throws SQLException {
    Integer id = row.getObject("task_id", Integer.class);
    return id == null
        ? null
        : new GithubSyncChanged.ConcernedTask(
            id,
            row.getObject("project_id", Integer.class),
            row.getObject("assigned_to", Integer.class),
            row.getInt("created_by"));
  }
}
