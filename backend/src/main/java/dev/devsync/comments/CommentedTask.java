package dev.devsync.comments;

import dev.devsync.tasks.TaskItem;
import org.jspecify.annotations.Nullable;

/** The task of a comment, as far as those need it who pass the comment on. */
public record CommentedTask(
    int id,
    String title,
    @Nullable Integer projectId,
    @Nullable Integer assignedTo,
    int createdBy) {

  static CommentedTask of(TaskItem task) {
    return new CommentedTask(
        task.id(), task.title(), task.projectId(), task.assignedTo(), task.createdBy());
  }
}
