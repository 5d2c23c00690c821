package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.errors.ApiException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the same change to many tasks in one transaction, with the same number of statements
 * however many there are. One refusal stops no other; a failure of the database stops all.
 */
@Service
class BulkChanges {

  private final TaskBatchRepository tasks;
  private final TaskRules rules;
  private final TaskChanges taskChanges;

  BulkChanges(TaskBatchRepository tasks, TaskRules rules, TaskChanges taskChanges) {
    this.tasks = tasks;
    this.rules = rules;
    this.taskChanges = taskChanges;
  }

  /** What became of each task, in the order asked for. */
  record BulkResults(List<BulkResult> results) {}

  /**
   * What became of one task.
   *
   * @param status the HTTP status that the change of this task alone would have had
   * @param task as it is now; null if the change was refused
   */
  record BulkResult(int id, int status, String message, @Nullable TaskItem task) {

    private static BulkResult of(TaskItem task) {
      return new BulkResult(task.id(), HttpStatus.OK.value(), "Task updated successfully", task);
    }

    private static BulkResult of(int id, ApiException refusal) {
      return new BulkResult(
          id, refusal.status().value(), String.valueOf(refusal.getMessage()), null);
    }
  }

  /** Changes those of the tasks that the caller may change so. */
  @Transactional
  public BulkResults apply(BulkPatch wanted, Caller caller) {
    tasks.lock(wanted.ids());
    Map<Integer, TaskAccess.Seen> seen = tasks.findAsSeenBy(caller, wanted.ids());
    TaskReferences references = rules.references(caller);
    Map<TaskItem, TaskValues> changes = new LinkedHashMap<>();
    Map<Integer, BulkResult> results = new HashMap<>();
    for (int id : wanted.ids()) {
      try {
        TaskAccess.Seen task = required(seen.get(id));
        changes.put(task.task(), allowed(caller, task, wanted.patch(), references));
      } catch (ApiException refusal) {
        results.put(id, BulkResult.of(id, refusal));
      }
    }
    taskChanges
        .write(caller.actor(), changes)
        .forEach(task -> results.put(task.id(), BulkResult.of(task)));
    return new BulkResults(wanted.ids().stream().map(results::get).toList());
  }

  private static TaskAccess.Seen required(TaskAccess.@Nullable Seen task) {
    if (task == null) {
      throw ApiException.resourceNotFound();
    }
    return task;
  }

  private TaskValues allowed(
      Caller caller, TaskAccess.Seen seen, TaskPatch patch, TaskReferences references) {
    rules.requireUpdatable(caller, seen);
    TaskValues after = patch.applyTo(TaskValues.of(seen.task()));
    rules.requireAllowed(caller, seen, after, references);
    return after;
  }
}
