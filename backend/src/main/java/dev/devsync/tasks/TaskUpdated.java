package dev.devsync.tasks;

import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.platform.changes.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task changed.
 *
 * @param task as it is now
 * @param before as it was
 * @param changes the fields that differ, by their names on the wire
 */
public record TaskUpdated(TaskItem task, TaskItem before, List<FieldChange> changes) implements DomainEvent {

  /** {@code task.completed}, {@code task.reopened} or {@code task.updated}. */
  @Override
  public String type() {
    if (task.complete() == before.complete()) {
      return "task.updated";
    }
    return task.complete() ? "task.completed" : "task.reopened";
  }

  /** Whether the field is among the changes. */
  public boolean changed(String field) {
    return changes.stream().anyMatch(change -> change.field().equals(field));
  }

  @Override
  public @Nullable Integer inProject() {
    return task.projectId();
  }

  @Override
  public Integer onTask() {
    return task.id();
  }
}
