package dev.devsync.tasks;

import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The one query shape that every list of tasks starts from. */
public final class TaskRows {

  /** Tasks {@code t} with the names of project {@code p}, assignee {@code a} and creator {@code c}. */
  public static final String SELECT =
      "SELECT t.id, t.title, t.description, t.status, coalesce(t.priority, 'medium') AS priority,"
          + " coalesce(t.progress, 0) AS progress, t.project_id, p.name AS project_name, t.assigned_to,"
          + " a.name AS assignee_name, t.created_by, c.name AS creator_name, t.deadline, t.created_at,"
          + " t.updated_at, t.version";

  /** What names the people and the project of tasks {@code t}. */
  static final String JOINS =
      " LEFT JOIN projects p ON p.id = t.project_id LEFT JOIN users a ON a.id = t.assigned_to"
          + " LEFT JOIN users c ON c.id = t.created_by";

  /** The tables of {@link #SELECT}. */
  public static final String FROM = " FROM tasks t" + JOINS;

  /**
   * SQL that holds for a task {@code t} which the user {@code :viewer} may see without being a manager (contract, domain
   * section 5.2): assignee, creator, or member or creator of the project.
   */
  public static final String VISIBLE_TO_VIEWER =
      "(t.assigned_to = :viewer OR t.created_by = :viewer OR t.project_id IN"
          + " (SELECT m.project_id FROM project_members m WHERE m.user_id = :viewer"
          + " UNION SELECT o.id FROM projects o WHERE o.created_by = :viewer))";

  /** SQL that holds for a task {@code t} which the user {@code u} may see, managers included. */
  public static final String VISIBLE_TO_USER =
      "(u.role IN ('team_lead', 'admin') OR u.id = t.assigned_to OR u.id = t.created_by"
          + " OR EXISTS (SELECT 1 FROM project_members m WHERE m.project_id = t.project_id AND m.user_id = u.id)"
          + " OR EXISTS (SELECT 1 FROM projects o WHERE o.id = t.project_id AND o.created_by = u.id))";

  private TaskRows() {}

  public static TaskItem map(ResultSet row, int number) throws SQLException {
    return new TaskItem(
        row.getInt("id"),
        row.getString("title"),
        row.getString("description"),
        row.getString("status"),
        row.getString("priority"),
        row.getInt("progress"),
        nullableInt(row, "project_id"),
        row.getString("project_name"),
        nullableInt(row, "assigned_to"),
        row.getString("assignee_name"),
        row.getInt("created_by"),
        row.getString("creator_name"),
        Instants.nullable(row, "deadline"),
        Instants.required(row, "created_at"),
        Instants.required(row, "updated_at"),
        row.getInt("version"));
  }

  private static @Nullable Integer nullableInt(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
