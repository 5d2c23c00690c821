package dev.devsync.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as it appears on the wire, in lists and in events.
 *
 * @param priority {@code medium} if none is stored
 * @param progress percent, 0 to 100
 * @param version counts changes; a client that sends it back is told of conflicts
 */
public record TaskItem(
    int id,
    String title,
    @Nullable String description,
    String status,
    String priority,
    int progress,
    @Nullable Integer projectId,
    @Nullable String projectName,
    @Nullable Integer assignedTo,
    @Nullable String assigneeName,
    int createdBy,
    @Nullable String creatorName,
    @Nullable Instant deadline,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  /** Whether the task is complete: done or completed. */
  public boolean complete() {
    return TaskStatus.isComplete(status);
  }
}
