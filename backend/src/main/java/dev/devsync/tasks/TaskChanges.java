package dev.devsync.tasks;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.changes.FieldChange;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes tasks on behalf of anybody, be it a user, the system or GitHub, and records what changed. */
@Service
public class TaskChanges {

  private final TaskRepository tasks;
  private final ChangeLog changes;
  private final Clock clock;

  TaskChanges(TaskRepository tasks, ChangeLog changes, Clock clock) {
    this.tasks = tasks;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Applies the patch to the task, without asking for rights and whatever its version, and records the change with all
   * that follows from it. Users and projects that the patch names must exist.
   *
   * @return what changed; empty if nothing did or there is no such task
   */
  @Transactional
  public Optional<TaskUpdated> apply(Actor actor, int taskId, TaskPatch patch) {
    tasks.lock(taskId);
    return tasks.find(taskId).flatMap(before -> write(actor, before, patch.applyTo(TaskValues.of(before))));
  }

  /** The same for a task that is locked and was read since. */
  Optional<TaskUpdated> write(Actor actor, TaskItem before, TaskValues values) {
    List<FieldChange> differences = TaskValues.of(before).differencesTo(values);
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    TaskUpdated updated = new TaskUpdated(tasks.update(values, before.id(), clock.instant()), before, differences);
    changes.record(actor, updated, TaskAudit.updated(actor, updated));
    return Optional.of(updated);
  }
}
