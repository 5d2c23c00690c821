package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds tasks for callers and tells how the callers stand to them. To whom a task is invisible it does not exist. */
@Repository
public class TaskAccess {

  private static final String QUERY =
      TaskRows.SELECT
          + ", p.created_by = :viewer AS owns_project, EXISTS (SELECT 1 FROM project_members m"
          + " WHERE m.project_id = t.project_id AND m.user_id = :viewer) AS in_project"
          + TaskRows.FROM
          + " WHERE t.id = :task";

  private final JdbcClient jdbc;

  TaskAccess(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A task with the relations its viewer has to it. */
  public record Seen(TaskItem task, Set<Relation> relations) {}

  /** The task as this caller sees it, or 404. */
  public Seen requireVisible(Caller caller, int taskId) {
    return seen(caller, taskId, "").orElseThrow(ApiException::resourceNotFound);
  }

  /** The same with the task's row locked until the end of the transaction. */
  public Seen requireVisibleForUpdate(Caller caller, int taskId) {
    return seen(caller, taskId, " FOR UPDATE OF t").orElseThrow(ApiException::resourceNotFound);
  }

  /** The task if it exists and the caller may see it. */
  public Optional<Seen> find(Caller caller, int taskId) {
    return seen(caller, taskId, "");
  }

  private Optional<Seen> seen(Caller caller, int taskId, String lock) {
    return jdbc.sql(QUERY + lock)
        .param("viewer", caller.id())
        .param("task", taskId)
        .query(
            (row, number) -> {
              TaskItem task = TaskRows.map(row, number);
              return new Seen(
                  task, relations(caller.id(), task, row.getBoolean("owns_project"), row.getBoolean("in_project")));
            })
        .optional()
        .filter(seen -> caller.has(Right.VIEW_TASK, seen.relations()));
  }

  private static Set<Relation> relations(int viewer, TaskItem task, boolean ownsProject, boolean inProject) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    addIf(relations, Relation.ASSIGNEE, task.assignedTo() != null && task.assignedTo() == viewer);
    addIf(relations, Relation.CREATOR, task.createdBy() == viewer);
    addIf(relations, Relation.PROJECT_CREATOR, ownsProject);
    addIf(relations, Relation.PROJECT_MEMBER, inProject);
    return relations;
  }

  private static void addIf(Set<Relation> relations, Relation relation, boolean holds) {
    if (holds) {
      relations.add(relation);
    }
  }
}
