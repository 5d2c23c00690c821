package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds tasks for callers and tells how the callers stand to them. To whom a task is invisible it
 * does not exist.
 */
@Component
public class TaskAccess {

  private final TaskRepository tasks;

  TaskAccess(TaskRepository tasks) {
    this.tasks = tasks;
  }

  /** A task with the relations its viewer has to it. */
  public record Seen(TaskItem task, Set<Relation> relations) {}

  /** The task as this caller sees it, or 404. */
  public Seen requireVisible(Caller caller, int taskId) {
    return find(caller, taskId).orElseThrow(ApiException::resourceNotFound);
  }

  /** The same with the task's row locked until the end of the transaction. */
  public Seen requireVisibleForUpdate(Caller caller, int taskId) {
    tasks.lock(taskId);
    return requireVisible(caller, taskId);
  }

  /**
   * The same with the task kept from being deleted, but not from being changed, until the end of
   * the transaction.
   */
  public Seen requireVisibleAndKept(Caller caller, int taskId) {
    tasks.keep(taskId);
    return requireVisible(caller, taskId);
  }

  /**
   * The task whoever asks, with its row locked until the end of the transaction: for changes that
   * no user makes.
   */
  public Optional<TaskItem> findForUpdate(int taskId) {
    tasks.lock(taskId);
    return tasks.find(taskId);
  }

  /** The task if it exists and the caller may see it. */
  public Optional<Seen> find(Caller caller, int taskId) {
    return tasks
        .findAsSeenBy(caller.id(), taskId)
        .filter(seen -> caller.has(Right.VIEW_TASK, seen.relations()));
  }
}
