package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.projects.ProjectAccess;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What callers may decide about tasks (contract, domain section 5.3). */
@Component
class TaskRules {

  private final TaskRepository tasks;
  private final ProjectAccess projects;

  TaskRules(TaskRepository tasks, ProjectAccess projects) {
    this.tasks = tasks;
    this.projects = projects;
  }

  void requireCreatable(Caller caller, TaskValues values) {
    Set<Relation> relations = isFor(caller, values) ? Set.of(Relation.ASSIGNEE) : Set.of();
    if (!caller.has(Right.CREATE_TASK, relations)) {
      throw ApiException.forbidden("Developers can only create tasks assigned to themselves");
    }
    TaskReferences references = references(caller);
    references.requireAssignee(values.assignedTo());
    references.requireProject(values.projectId());
  }

  void requireUpdatable(Caller caller, TaskAccess.Seen seen) {
    if (!caller.has(Right.UPDATE_TASK, seen.relations())) {
      throw ApiException.forbidden("You can only update tasks assigned to you");
    }
  }

  /** Judges what the changes of one transaction refer to. */
  TaskReferences references(Caller caller) {
    return new TaskReferences(tasks, projects, caller);
  }

  void requireAllowed(
      Caller caller, TaskAccess.Seen seen, TaskValues after, TaskReferences references) {
    TaskItem before = seen.task();
    if (!Objects.equals(before.assignedTo(), after.assignedTo())) {
      if (!caller.has(Right.REASSIGN_TASK, seen.relations())) {
        throw ApiException.forbidden("You do not have permission to reassign tasks");
      }
      references.requireAssignee(after.assignedTo());
    }
    if (!Objects.equals(before.projectId(), after.projectId())) {
      references.requireProject(after.projectId());
    }
  }

  void requireDeletable(Caller caller, TaskAccess.Seen seen) {
    if (!caller.has(Right.DELETE_TASK, seen.relations())) {
      throw ApiException.forbidden("You can only delete tasks assigned to you");
    }
  }

  private static boolean isFor(Caller caller, TaskValues values) {
    return values.assignedTo() != null && values.assignedTo() == caller.id();
  }
}
