package dev.devsync.github.sync;

import org.jspecify.annotations.Nullable;

/**
 * A row to be written to {@code ops.github_sync_events}.
 *
 * @param sent what a write that this one replaces may have told GitHub
 */
record NewSyncEvent(
    SyncAction action,
    SyncOutcome outcome,
    @Nullable String reason,
    int repoId,
    int taskId,
    int linkId,
    @Nullable Integer issueNumber,
    @Nullable Integer pullRequestNumber,
    @Nullable Integer userId,
    @Nullable String sent) {

  static NewSyncEvent done(SyncAction action, @Nullable String reason, LinkedIssue link) {
    return new NewSyncEvent(
        action,
        SyncOutcome.DONE,
        reason,
        link.repoId(),
        link.taskId(),
        link.linkId(),
        link.number(),
        null,
        null,
        null);
  }

  static NewSyncEvent waiting(
      SyncAction action, LinkedIssue link, @Nullable Integer userId, @Nullable String sent) {
    return new NewSyncEvent(
        action,
        SyncOutcome.WAITING,
        null,
        link.repoId(),
        link.taskId(),
        link.linkId(),
        link.number(),
        null,
        userId,
        sent);
  }
}
