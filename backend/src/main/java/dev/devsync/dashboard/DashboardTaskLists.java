package dev.devsync.dashboard;

import dev.devsync.platform.time.Instants;
import dev.devsync.platform.web.StreamedList;
import dev.devsync.tasks.TaskItem;
import dev.devsync.tasks.TaskRows;
import dev.devsync.tasks.TaskStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists tasks. Lists without a limit are streamed, so that no dashboard is too large to be held.
 */
@Repository
class DashboardTaskLists {

  private static final int ROWS_AT_A_TIME = 500;
  private static final Duration RECENTLY = Duration.ofDays(30);

  private static final String FULL =
      "SELECT t.id, t.title, t.description, t.status, coalesce(t.priority, 'medium') AS priority,"
          + " coalesce(t.progress, 0) AS progress, t.deadline, t.project_id, p.name AS project_name, t.updated_at,"
          + " t.created_at FROM tasks t LEFT JOIN projects p ON p.id = t.project_id WHERE ";
  private static final String SHORT =
      "SELECT t.id, t.title, t.deadline, t.status, t.project_id, t.assigned_to, t.updated_at FROM tasks t WHERE ";
  private static final String SOONEST_FIRST =
      " AND " + Deadlines.DUE_SOON + " ORDER BY t.deadline, t.id";
  private static final String NEWEST_FIRST = " ORDER BY t.updated_at DESC, t.id DESC";

  private final JdbcClient jdbc;

  DashboardTaskLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All tasks of the scope, those changed last first. */
  StreamedList<DashboardTask> recent(TaskScope scope, Deadlines deadlines) {
    return streamed(
        FULL + scope.condition() + NEWEST_FIRST, scope, deadlines, DashboardTaskLists::full);
  }

  /** The tasks due soon, soonest first. */
  StreamedList<DashboardTask> upcoming(TaskScope scope, Deadlines deadlines) {
    return streamed(
        FULL + scope.condition() + SOONEST_FIRST, scope, deadlines, DashboardTaskLists::full);
  }

  /** The same with less of each task. */
  StreamedList<DueTask> dueSoon(TaskScope scope, Deadlines deadlines) {
    return streamed(
        SHORT + scope.condition() + SOONEST_FIRST, scope, deadlines, DashboardTaskLists::due);
  }

  /** The same for a project, saying who is to do each task. */
  StreamedList<ProjectDashboard.AssignedDueTask> dueSoonIn(int project, Deadlines deadlines) {
    TaskScope scope = TaskScope.inProject(project);
    return streamed(
        SHORT + scope.condition() + SOONEST_FIRST,
        scope,
        deadlines,
        DashboardTaskLists::dueInProject);
  }

  /** The five tasks completed last, within the last 30 days. */
  List<PersonalDashboard.CompletedTask> recentlyCompleted(TaskScope scope, Deadlines deadlines) {
    return jdbc.sql(
            "SELECT t.id, t.title, t.updated_at AS completed_date, t.project_id FROM tasks t WHERE "
                + scope.condition()
                + " AND t."
                + TaskStatus.COMPLETE_SQL
                + " AND t.updated_at >= :since"
                + NEWEST_FIRST
                + " LIMIT 5")
        .params(deadlines.with(scope))
        .param("since", Instants.column(deadlines.now().minus(RECENTLY)))
        .query(
            (row, number) ->
                new PersonalDashboard.CompletedTask(
                    row.getInt("id"),
                    row.getString("title"),
                    Instants.required(row, "completed_date"),
                    row.getObject("project_id", Integer.class)))
        .list();
  }

  /** The five tasks of a project that changed last. */
  List<ProjectDashboard.ChangedTask> recentlyChangedIn(int project) {
    return jdbc.sql(SHORT + "t.project_id = :project" + NEWEST_FIRST + " LIMIT 5")
        .param("project", project)
        .query(
            (row, number) ->
                new ProjectDashboard.ChangedTask(
                    row.getInt("id"),
                    row.getString("title"),
                    row.getString("status"),
                    Instants.required(row, "updated_at")))
        .list();
  }

  /** The five tasks assigned to a user that changed last. */
  List<TaskItem> recentlyChangedOf(int user) {
    return jdbc.sql(
            TaskRows.SELECT
                + TaskRows.FROM
                + " WHERE t.assigned_to = :user"
                + NEWEST_FIRST
                + " LIMIT 5")
        .param("user", user)
        .query(TaskRows::map)
        .list();
  }

  private <T> StreamedList<T> streamed(
      String sql, TaskScope scope, Deadlines deadlines, RowMapper<T> mapper) {
    return new StreamedList<>(
        sink ->
            Loading.run(
                () ->
                    jdbc.sql(sql)
                        .withFetchSize(ROWS_AT_A_TIME)
                        .params(deadlines.with(scope))
                        .query(
                            row -> {
                              sink.accept(mapper.mapRow(row, 0));
                            })));
  }

  private static DashboardTask full(ResultSet row, int number) throws SQLException {
    return new DashboardTask(
        row.getInt("id"),
        row.getString("title"),
        row.getString("description"),
        row.getString("status"),
        row.getString("priority"),
        row.getInt("progress"),
        Instants.nullable(row, "deadline"),
        row.getObject("project_id", Integer.class),
        row.getString("project_name"),
        Instants.required(row, "updated_at"),
        Instants.required(row, "created_at"));
  }

  private static DueTask due(ResultSet row, int number) throws SQLException {
    return new DueTask(
        row.getInt("id"),
        row.getString("title"),
        Instants.required(row, "deadline"),
        row.getString("status"),
        row.getObject("project_id", Integer.class));
  }

  private static ProjectDashboard.AssignedDueTask dueInProject(ResultSet row, int number)
      throws SQLException {
    return new ProjectDashboard.AssignedDueTask(
        row.getInt("id"),
        row.getString("title"),
        Instants.required(row, "deadline"),
        row.getString("status"),
        row.getObject("assigned_to", Integer.class));
  }
}
