package dev.devsync.tasks;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.changes.FieldChange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes tasks on behalf of anybody, be it a user, the system or GitHub, and records what changed.
 */
@Service
public class TaskChanges {

  private final TaskRepository tasks;
  private final TaskBatchRepository batches;
  private final ChangeLog changes;
  private final Clock clock;

  TaskChanges(TaskRepository tasks, TaskBatchRepository batches, ChangeLog changes, Clock clock) {
    this.tasks = tasks;
    this.batches = batches;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Applies the patch to the task, without asking for rights and whatever its version, and records
   * the change with all that follows from it. Users and projects that the patch names must exist.
   *
   * @return what changed; empty if nothing did or there is no such task
   */
  @Transactional
  public Optional<TaskUpdated> apply(Actor actor, int taskId, TaskPatch patch) {
    tasks.lock(taskId);
    return tasks
        .find(taskId)
        .flatMap(before -> write(actor, before, patch.applyTo(TaskValues.of(before))));
  }

  /** The same for a task that is locked and was read since. */
  Optional<TaskUpdated> write(Actor actor, TaskItem before, TaskValues values) {
    List<FieldChange> differences = TaskValues.of(before).differencesTo(values);
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    TaskUpdated updated =
        new TaskUpdated(tasks.update(values, before.id(), clock.instant()), before, differences);
    changes.record(actor, updated, TaskAudit.updated(actor, updated));
    return Optional.of(updated);
  }

  /**
   * The same for many tasks that are locked and were read since.
   *
   * @param wanted the new values for each
   * @return all of them as they are now
   */
  List<TaskItem> write(Actor actor, Map<TaskItem, TaskValues> wanted) {
    Map<Integer, TaskValues> different = new TreeMap<>();
    wanted.forEach(
        (before, values) -> {
          if (!values.equals(TaskValues.of(before))) {
            different.put(before.id(), values);
          }
        });
    Map<Integer, TaskItem> after = new HashMap<>();
    if (!different.isEmpty()) {
      batches.update(different, clock.instant()).forEach(task -> after.put(task.id(), task));
      record(actor, wanted, after);
    }
    return wanted.keySet().stream().map(before -> after.getOrDefault(before.id(), before)).toList();
  }

  private void record(Actor actor, Map<TaskItem, TaskValues> wanted, Map<Integer, TaskItem> after) {
    List<TaskUpdated> updates = new ArrayList<>();
    wanted.forEach(
        (before, values) -> {
          TaskItem task = after.get(before.id());
          if (task != null) {
            updates.add(new TaskUpdated(task, before, TaskValues.of(before).differencesTo(values)));
          }
        });
    changes.record(
        actor, updates, updates.stream().map(each -> TaskAudit.updated(actor, each)).toList());
  }
}
