package dev.devsync.notifications;

import dev.devsync.tasks.TaskRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds who is to hear of a task besides those it names itself. */
@Repository
class TaskRecipients {

  private final JdbcClient jdbc;

  TaskRecipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The team leads among the members of the task's project, and the project's creator. */
  List<Integer> leading(int taskId) {
    return jdbc.sql(
            "SELECT p.created_by FROM tasks t JOIN projects p ON p.id = t.project_id WHERE t.id = :task"
                + " UNION SELECT u.id FROM tasks t JOIN project_members m ON m.project_id = t.project_id"
                + " JOIN users u ON u.id = m.user_id AND u.role = 'team_lead' WHERE t.id = :task")
        .param("task", taskId)
        .query(Integer.class)
        .list();
  }

  /** The person, if they cannot see the task. */
  List<Integer> blind(int taskId, @Nullable Integer person) {
    if (person == null) {
      return List.of();
    }
    return jdbc.sql(
            "SELECT u.id FROM users u JOIN tasks t ON t.id = :task WHERE u.id = :person AND NOT "
                + TaskRows.VISIBLE_TO_USER)
        .param("task", taskId)
        .param("person", person)
        .query(Integer.class)
        .list();
  }
}
