package dev.devsync.github.sync;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.scheduling.TransactionalJobs;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers can do about writes that did not work out. */
@Service
class SyncActions {

  private final SyncEventRepository events;
  private final TransactionalJobs jobs;
  private final ChangeLog changes;
  private final Clock clock;

  SyncActions(SyncEventRepository events, TransactionalJobs jobs, ChangeLog changes, Clock clock) {
    this.events = events;
    this.jobs = jobs;
    this.changes = changes;
    this.clock = clock;
  }

  /** Tries the write again, from the beginning and at once. */
  @Transactional
  public void retry(long eventId, Caller caller) {
    if (!events.revive(eventId)) {
      throw refusal(
          eventId,
          "Only writes to GitHub that failed, were skipped or ignored, or wait can be retried");
    }
    jobs.scheduleAgain(WriteJobs.TASK, Long.toString(eventId), clock.instant());
    record("github_sync_retried", eventId, caller);
  }

  /** Sets the write aside for good. */
  @Transactional
  public void ignore(long eventId, Caller caller) {
    if (!events.ignore(eventId)) {
      throw refusal(eventId, "Only writes to GitHub that failed or wait can be ignored");
    }
    record("github_sync_ignored", eventId, caller);
  }

  private ApiException refusal(long eventId, String reason) {
    return events.exists(eventId) ? ApiException.conflict(reason) : ApiException.resourceNotFound();
  }

  private void record(String action, long eventId, Caller caller) {
    changes.record(
        caller.actor(),
        new GithubSyncChanged(eventId),
        new AuditEntry(action, "github_sync_event", Long.toString(eventId), Map.of()));
  }
}
