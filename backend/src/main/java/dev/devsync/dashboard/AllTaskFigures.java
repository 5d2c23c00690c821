package dev.devsync.dashboard;

import dev.devsync.platform.time.Instants;
import dev.devsync.tasks.TaskStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts all tasks there are, in one pass. */
@Repository
class AllTaskFigures {

  private static final String COMPLETE = "t." + TaskStatus.COMPLETE_SQL;
  private static final String ACTIVE = "t.status IN ('todo', 'in_progress', 'review')";

  // A task completed after the range began was active when it began; nothing tells of other changes
  // of state.
  private static final String BEFORE =
      "count(*) FILTER (WHERE t.created_at < :start::timestamp AND ("
          + ACTIVE
          + " OR "
          + COMPLETE
          + " AND t.updated_at >= :start::timestamp)) AS active_then, count(*) FILTER (WHERE "
          + COMPLETE
          + " AND t.updated_at < :start::timestamp) AS completed_then";

  private final JdbcClient jdbc;

  AllTaskFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The tasks by state.
   *
   * @param own where overdue ones are counted
   * @param start when the range of time began that they are compared with; null for no comparison
   */
  ManagementDashboard.AllTasks count(TaskScope own, Deadlines deadlines, @Nullable Instant start) {
    LocalDateTime began = Instants.column(start);
    return jdbc.sql(
            "SELECT "
                + TaskFigures.BY_STATUS
                + ", count(*) FILTER (WHERE "
                + Deadlines.OVERDUE
                + " AND "
                + own.condition()
                + ") AS overdue, count(*) FILTER (WHERE "
                + ACTIVE
                + ") AS active, "
                + BEFORE
                + " FROM tasks t")
        .params(deadlines.with(own))
        .param("start", began)
        .query(AllTaskFigures::map)
        .single();
  }

  private static ManagementDashboard.AllTasks map(ResultSet row, int number) throws SQLException {
    return new ManagementDashboard.AllTasks(
        row.getInt("total"),
        row.getInt("backlog"),
        row.getInt("todo"),
        row.getInt("in_progress"),
        row.getInt("review"),
        row.getInt("done"),
        row.getInt("overdue"),
        Growth.percent(row.getLong("active_then"), row.getLong("active")),
        Growth.percent(row.getLong("completed_then"), row.getLong("done")));
  }
}
