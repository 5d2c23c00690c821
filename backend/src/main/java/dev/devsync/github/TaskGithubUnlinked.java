package dev.devsync.github;

import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.tasks.GithubLink;
import dev.devsync.tasks.TaskItem;
import org.jspecify.annotations.Nullable;

/** A link between a task and GitHub was removed; {@code link} is how it was. */
public record TaskGithubUnlinked(TaskItem task, GithubLink link) implements DomainEvent {

  @Override
  public String type() {
    return "task.github_unlinked";
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
