package dev.devsync.comments;

import dev.devsync.platform.changes.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody commented on a task.
 *
 * @param mentioned ids of the people mentioned, all of whom may see the task; never the author
 */
public record CommentAdded(Comment comment, CommentedTask task, List<Integer> mentioned)
    implements DomainEvent {

  @Override
  public String type() {
    return "comment.added";
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
