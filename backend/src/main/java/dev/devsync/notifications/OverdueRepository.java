package dev.devsync.notifications;

import dev.devsync.platform.time.Instants;
import dev.devsync.tasks.TaskRows;
import dev.devsync.tasks.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds overdue tasks that nobody has been told of. */
@Repository
class OverdueRepository {

  /**
   * Remembers, of the deleted notifications {@code gone}, which overdue tasks their recipients want
   * to hear no more of.
   */
  static final String DISMISS =
      "INSERT INTO ops.dismissed_overdue (task_id, user_id, deadline) SELECT t.id, g.user_id, t.deadline"
          + " FROM gone g JOIN tasks t ON t.id = g.task_id"
          + " WHERE g.notification_type = 'task_overdue' AND t.deadline IS NOT NULL FOR KEY SHARE OF t"
          + " ON CONFLICT (task_id, user_id) DO UPDATE SET deadline = excluded.deadline";

  private static final String OVERDUE =
      "SELECT t.id, t.title, t.deadline, t.assigned_to, t.project_id FROM tasks t WHERE t.deadline < :now AND "
          + TaskStatus.CAN_BE_OVERDUE_SQL;

  // The type stands here as a literal, because the index that answers NOT EXISTS holds this type
  // only.
  private static final String UNTOLD =
      """
      WITH overdue AS (%s), concerned AS (
        SELECT o.id, o.assigned_to AS user_id FROM overdue o WHERE o.assigned_to IS NOT NULL
        UNION
        SELECT o.id, p.created_by FROM overdue o JOIN projects p ON p.id = o.project_id
        WHERE o.assigned_to IS NULL
        UNION
        SELECT o.id, u.id FROM overdue o JOIN project_members m ON m.project_id = o.project_id
        JOIN users u ON u.id = m.user_id AND u.role = 'team_lead'
        WHERE o.assigned_to IS NULL)
      SELECT o.id, o.title, o.deadline, c.user_id FROM concerned c JOIN overdue o ON o.id = c.id
      WHERE NOT EXISTS (SELECT 1 FROM notifications n
          WHERE n.task_id = c.id AND n.user_id = c.user_id AND n.notification_type = 'task_overdue')
        AND NOT EXISTS (SELECT 1 FROM ops.dismissed_overdue d
          WHERE d.task_id = c.id AND d.user_id = c.user_id AND d.deadline = o.deadline)
      ORDER BY o.id, c.user_id LIMIT :most""";

  private final JdbcClient jdbc;

  OverdueRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes checks wait for each other until the transaction ends, so that no two tell the same
   * person.
   */
  void takeTurns() {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('devsync.overdue'))")
        .query((row, number) -> number)
        .list();
  }

  /**
   * What to tell whom, at most so many: of all tasks, or of those that the viewer sees without
   * being a manager.
   */
  List<Told> untold(@Nullable Integer viewer, Instant now, int most) {
    String overdue = viewer == null ? OVERDUE : OVERDUE + " AND " + TaskRows.VISIBLE_TO_VIEWER;
    return jdbc.sql(UNTOLD.formatted(overdue))
        .param("viewer", viewer)
        .param("now", Instants.column(now))
        .param("most", most)
        .query(
            (row, number) ->
                new Told(
                    row.getInt("user_id"),
                    notice(
                        row.getInt("id"),
                        row.getString("title"),
                        Instants.required(row, "deadline"))))
        .list();
  }

  private static Notice notice(int task, String title, Instant deadline) {
    String message = "\"%s\" was due on %s.".formatted(title, Moments.inWords(deadline));
    return Notice.of("task_overdue", "Task is overdue", message, task, task);
  }
}
