package dev.devsync.github.sync;

import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads waiting writes together with their task, link and repository. */
@Repository
class WriteRequests {

  private static final String SELECT =
      "SELECT e.id, e.action, e.attempts, e.sent, e.created_at, e.link_id, e.issue_number, e.pull_request_number, e.user_id,"
          + " l.created_by, l.issue_state, t.id AS task_id, t.title, t.assigned_to,"
          + " t.status IN ('done', 'completed') AS complete, r.id AS repo_id, r.repo_name"
          + " FROM ops.github_sync_events e JOIN task_github_links l ON l.id = e.link_id"
          + " JOIN tasks t ON t.id = l.task_id JOIN github_repositories r ON r.id = l.repo_id"
          + " WHERE e.id = :id AND e.outcome = 'waiting'";

  private final JdbcClient jdbc;

  WriteRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty if the event no longer waits, or its link or task is gone. */
  Optional<WriteRequest> find(long eventId) {
    return jdbc.sql(SELECT).param("id", eventId).query(WriteRequests::map).optional();
  }

  private static WriteRequest map(ResultSet row, int number) throws SQLException {
    return new WriteRequest(
        row.getLong("id"),
        SyncAction.named(row.getString("action")),
        row.getInt("attempts"),
        row.getString("sent"),
        Instants.required(row, "created_at"),
        row.getInt("link_id"),
        row.getInt("task_id"),
        row.getString("title"),
        row.getBoolean("complete"),
        row.getInt("repo_id"),
        row.getString("repo_name"),
        row.getObject("issue_number", Integer.class),
        row.getObject("pull_request_number", Integer.class),
        row.getString("issue_state"),
        row.getObject("user_id", Integer.class),
        row.getObject("created_by", Integer.class),
        row.getObject("assigned_to", Integer.class));
  }
}
