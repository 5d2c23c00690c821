package dev.devsync.dashboard;

import dev.devsync.platform.time.Instants;
import dev.devsync.tasks.TaskStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares the system with what it was, as far as its present rows tell. */
@Repository
class SystemGrowth {

  private static final String COMPLETE = "t." + TaskStatus.COMPLETE_SQL;
  private static final String ACTIVE = "t.status IN ('todo', 'in_progress', 'review')";

  // A task completed after the range began was active when it began; nothing tells of other changes
  // of state.
  private static final String QUERY =
      "SELECT count(*) FILTER (WHERE "
          + ACTIVE
          + ") AS active_now,"
          + " count(*) FILTER (WHERE t.created_at < :start AND ("
          + ACTIVE
          + " OR "
          + COMPLETE
          + " AND t.updated_at >= :start)) AS active_then,"
          + " count(*) FILTER (WHERE "
          + COMPLETE
          + ") AS completed_now,"
          + " count(*) FILTER (WHERE "
          + COMPLETE
          + " AND t.updated_at < :start) AS completed_then,"
          + " (SELECT count(*) FROM projects) AS projects_now,"
          + " (SELECT count(*) FROM projects p WHERE p.created_at < :start) AS projects_then,"
          + " (SELECT count(*) FROM users) AS users_now,"
          + " (SELECT count(*) FROM users u WHERE u.created_at IS NULL OR u.created_at < :start) AS users_then"
          + " FROM tasks t";

  private final JdbcClient jdbc;

  SystemGrowth(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Growth since(Instant start) {
    return jdbc.sql(QUERY).param("start", Instants.column(start)).query(SystemGrowth::map).single();
  }

  private static Growth map(ResultSet row, int number) throws SQLException {
    return new Growth(
        Growth.percent(row.getLong("projects_then"), row.getLong("projects_now")),
        Growth.percent(row.getLong("users_then"), row.getLong("users_now")),
        Growth.percent(row.getLong("active_then"), row.getLong("active_now")),
        Growth.percent(row.getLong("completed_then"), row.getLong("completed_now")));
  }
}
