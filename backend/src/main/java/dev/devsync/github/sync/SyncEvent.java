package dev.devsync.github.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of synchronisation.
 *
 * @param direction {@code to_github} or {@code from_github}
 * @param reason why it was not done, or what there is to say about it
 * @param nextAttemptAt when a waiting write is tried again
 */
record SyncEvent(
    long id,
    String direction,
    SyncAction action,
    SyncOutcome outcome,
    @Nullable String reason,
    int repoId,
    String repoName,
    @Nullable Integer taskId,
    @Nullable String taskTitle,
    @Nullable Integer issueNumber,
    @Nullable Integer pullRequestNumber,
    int attempts,
    @Nullable Instant nextAttemptAt,
    Instant createdAt,
    Instant updatedAt) {}
