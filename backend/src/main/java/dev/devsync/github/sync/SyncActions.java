package dev.devsync.github.sync;

import dev.devsync.github.sync.SyncEventRepository.Subject;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.scheduling.TransactionalJobs;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers can do about writes and deliveries that did not work out. */
@Service
class SyncActions {

  private final SyncEventRepository events;
  private final FailedDeliveryRepository deliveries;
  private final SyncJournal journal;
  private final TransactionalJobs jobs;
  private final ChangeLog changes;
  private final Clock clock;

  SyncActions(
      SyncEventRepository events,
      FailedDeliveryRepository deliveries,
      SyncJournal journal,
      TransactionalJobs jobs,
      ChangeLog changes,
      Clock clock) {
    this.events = events;
    this.deliveries = deliveries;
    this.journal = journal;
    this.jobs = jobs;
    this.changes = changes;
    this.clock = clock;
  }

  /** Tries the write or the delivery again, from the beginning and at once. */
  @Transactional
  public void retry(long eventId, Caller caller) {
    deliveries.lockFor(eventId);
    Subject subject =
        events
            .revive(eventId)
            .orElseThrow(
                () ->
                    refusal(
                        eventId,
                        "Only writes to GitHub and deliveries that failed, were skipped or ignored, or wait can be retried"));
    if (subject.keptDelivery() == null) {
      jobs.scheduleAgain(WriteJobs.TASK, Long.toString(eventId), clock.instant());
    } else {
      deliveries.revive(subject.keptDelivery());
      jobs.scheduleAgain(
          FailedDeliveries.JOB, Long.toString(subject.keptDelivery()), clock.instant());
    }
    record("github_sync_retried", eventId, caller);
  }

  /** Sets the write or the delivery aside for good. */
  @Transactional
  public void ignore(long eventId, Caller caller) {
    deliveries.lockFor(eventId);
    Subject subject =
        events
            .ignore(eventId)
            .orElseThrow(
                () ->
                    refusal(
                        eventId,
                        "Only writes to GitHub and deliveries that failed or wait can be ignored"));
    if (subject.keptDelivery() != null) {
      deliveries.ignore(subject.keptDelivery());
    }
    record("github_sync_ignored", eventId, caller);
  }

  private ApiException refusal(long eventId, String reason) {
    return events.exists(eventId) ? ApiException.conflict(reason) : ApiException.resourceNotFound();
  }

  private void record(String action, long eventId, Caller caller) {
    journal.announce(eventId);
    changes.audit(
        caller.actor(),
        new AuditEntry(action, "github_sync_event", Long.toString(eventId), Map.of()));
  }
}
