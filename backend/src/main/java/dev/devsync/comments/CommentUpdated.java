package dev.devsync.comments;

import dev.devsync.platform.changes.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment has another text.
 *
 * @param mentioned ids of the people mentioned now, all of whom may see the task; never the one who
 *     edited
 * @param newlyMentioned those of them whom the former text did not mention
 */
public record CommentUpdated(
    Comment comment, CommentedTask task, List<Integer> mentioned, List<Integer> newlyMentioned)
    implements DomainEvent {

  @Override
  public String type() {
    return "comment.updated";
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
