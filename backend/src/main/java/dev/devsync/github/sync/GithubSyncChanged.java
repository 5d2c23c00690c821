package dev.devsync.github.sync;

import dev.devsync.platform.changes.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * There is something new in the log of synchronisation.
 *
 * @param task whom it concerns, which decides who may hear of it; null for managers only
 */
record GithubSyncChanged(
    long syncEventId,
    int repoId,
    SyncAction action,
    SyncOutcome outcome,
    @Nullable ConcernedTask task)
    implements DomainEvent {

  /** Enough of a task to know who sees it. */
  record ConcernedTask(
      int id, @Nullable Integer projectId, @Nullable Integer assignedTo, int createdBy) {}

  @Override
  public String type() {
    return "github.sync_changed";
  }
}
