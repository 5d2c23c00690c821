package dev.devsync.tasks;

import dev.devsync.platform.changes.DomainEvent;
import org.jspecify.annotations.Nullable;

/** A task is gone; {@code task} is how it was. */
public record TaskDeleted(TaskItem task) implements DomainEvent {

  @Override
  public String type() {
    return "task.deleted";
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
