package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.JsonBody;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with tasks. */
@Service
class TaskWriting {

  private final TaskRepository tasks;
  private final TaskAccess access;
  private final TaskRules rules;
  private final TaskChanges taskChanges;
  private final ChangeLog changes;
  private final Clock clock;

  TaskWriting(
      TaskRepository tasks,
      TaskAccess access,
      TaskRules rules,
      TaskChanges taskChanges,
      ChangeLog changes,
      Clock clock) {
    this.tasks = tasks;
    this.access = access;
    this.rules = rules;
    this.taskChanges = taskChanges;
    this.changes = changes;
    this.clock = clock;
  }

  /** The new task; whoever can only create tasks for themselves gets it without saying so. */
  @Transactional
  public TaskItem create(TaskValues wanted, Caller caller) {
    boolean forAnybody = Right.CREATE_TASK.isUnconditionalFor(caller.role());
    TaskValues values =
        wanted.assignedTo() == null && !forAnybody ? wanted.assignedTo(caller.id()) : wanted;
    rules.requireCreatable(caller, values);
    TaskItem task = tasks.insert(values, caller.id(), clock.instant());
    changes.record(caller.actor(), new TaskCreated(task), TaskAudit.created(task));
    return task;
  }

  /** The task as it is now. The body is looked at only when the caller may change the task. */
  @Transactional
  public TaskItem update(int id, JsonBody body, Caller caller) {
    TaskAccess.Seen seen = updatable(id, caller);
    if (body.isEmpty()) {
      throw ApiException.badRequest("Invalid or missing JSON body");
    }
    return update(seen, TaskPatch.read(body), caller);
  }

  @Transactional
  public void delete(int id, Caller caller) {
    TaskAccess.Seen seen = access.requireVisibleForUpdate(caller, id);
    rules.requireDeletable(caller, seen);
    tasks.delete(id);
    changes.record(caller.actor(), new TaskDeleted(seen.task()), TaskAudit.deleted(seen.task()));
  }

  private TaskAccess.Seen updatable(int id, Caller caller) {
    TaskAccess.Seen seen = access.requireVisibleForUpdate(caller, id);
    rules.requireUpdatable(caller, seen);
    return seen;
  }

  private TaskItem update(TaskAccess.Seen seen, TaskPatch patch, Caller caller) {
    TaskItem before = seen.task();
    TaskValues after = patch.applyTo(TaskValues.of(before));
    rules.requireAllowed(caller, seen, after, rules.references(caller));
    if (patch.version().orElse(before.version()) != before.version()) {
      throw ApiException.conflict("The task was changed by someone else", "task", before);
    }
    return taskChanges.write(caller.actor(), before, after).map(TaskUpdated::task).orElse(before);
  }
}
