package dev.devsync.dashboard;

import dev.devsync.tasks.TaskStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts tasks, each time with one statement. */
@Repository
class TaskFigures {

  static final String BY_STATUS =
      "count(*) AS total, count(*) FILTER (WHERE t.status = 'backlog') AS backlog,"
          + " count(*) FILTER (WHERE t.status = 'todo') AS todo,"
          + " count(*) FILTER (WHERE t.status = 'in_progress') AS in_progress,"
          + " count(*) FILTER (WHERE t.status = 'review') AS review,"
          + " count(*) FILTER (WHERE t."
          + TaskStatus.COMPLETE_SQL
          + ") AS done";

  private final JdbcClient jdbc;

  TaskFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  TaskCounts count(TaskScope scope, Deadlines deadlines) {
    return jdbc.sql(
            "SELECT "
                + BY_STATUS
                + ", count(*) FILTER (WHERE "
                + Deadlines.DUE_SOON
                + ") AS due_soon,"
                + " count(*) FILTER (WHERE "
                + Deadlines.OVERDUE
                + ") AS overdue,"
                + " coalesce(round(avg(coalesce(t.progress, 0))), 0)::int AS average_progress"
                + " FROM tasks t WHERE "
                + scope.condition())
        .params(deadlines.with(scope))
        .query(TaskCounts.class)
        .single();
  }

  /**
   * A team lead's figures over their current projects; what waits for review is neither due soon
   * nor overdue.
   */
  ManagementDashboard.TeamLeadKpis teamLeadKpis(int lead, Deadlines deadlines) {
    TaskScope scope = TaskScope.inCurrentProjectsOf(lead);
    return jdbc.sql(
            "SELECT count(*) FILTER (WHERE t.status IN ('review', 'in_review')) AS in_review_tasks,"
                + " count(*) FILTER (WHERE "
                + Deadlines.DUE_SOON
                + " AND t."
                + TaskStatus.CAN_BE_OVERDUE_SQL
                + ") AS due_soon_tasks, count(*) FILTER (WHERE "
                + Deadlines.OVERDUE
                + ") AS overdue_not_complete_tasks, (SELECT count(*) FROM projects p"
                + " WHERE p.status IN ('active', 'on_hold') AND p.id IN ("
                + TaskScope.OWN_PROJECTS
                + ")) AS current_projects FROM tasks t WHERE "
                + scope.condition())
        .params(deadlines.with(scope))
        .query(ManagementDashboard.TeamLeadKpis.class)
        .single();
  }
}
