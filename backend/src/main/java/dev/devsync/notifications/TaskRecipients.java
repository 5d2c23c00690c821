package dev.devsync.notifications;

import dev.devsync.tasks.TaskRows;
import dev.devsync.tasks.TaskUpdated;
import java.util.List;
import java.util.Set;
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

  /** Those of the tasks, by their ids, that the former assignee can no longer see. */
  Set<Integer> takenOutOfSight(List<TaskUpdated> reassigned) {
    if (reassigned.stream().allMatch(each -> each.before().assignedTo() == null)) {
      return Set.of();
    }
    return jdbc.sql(
            "SELECT t.id FROM unnest(:tasks::int[], :people::int[]) AS former(task, person)"
                + " JOIN users u ON u.id = former.person JOIN tasks t ON t.id = former.task WHERE "
                // Unknown where nobody is assigned, and unknown is not "may see".
                + TaskRows.VISIBLE_TO_USER
                + " IS NOT TRUE")
        .param("tasks", reassigned.stream().map(TaskUpdated::onTask).toArray(Integer[]::new))
        .param(
            "people",
            reassigned.stream().map(each -> each.before().assignedTo()).toArray(Integer[]::new))
        .query(Integer.class)
        .set();
  }
}
