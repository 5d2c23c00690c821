package dev.devsync.github;

import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.tasks.GithubLink;
import dev.devsync.tasks.TaskItem;
import org.jspecify.annotations.Nullable;

/** A task was linked with an issue, a pull request or a repository. */
public record TaskGithubLinked(TaskItem task, GithubLink link) implements DomainEvent {

  @Override
  public String type() {
    return "task.github_linked";
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
