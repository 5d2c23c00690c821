package dev.devsync.tasks;

import dev.devsync.platform.changes.DomainEvent;
import org.jspecify.annotations.Nullable;

/** There is a new task. */
public record TaskCreated(TaskItem task) implements DomainEvent {

  @Override
  public String type() {
    return "task.created";
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
