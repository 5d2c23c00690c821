package dev.devsync.comments;

import dev.devsync.platform.changes.DomainEvent;
import org.jspecify.annotations.Nullable;

/** A comment is gone; {@code comment} is how it was. */
public record CommentDeleted(Comment comment, CommentedTask task) implements DomainEvent {

  @Override
  public String type() {
    return "comment.deleted";
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
