package dev.devsync.github.sync;

import dev.devsync.platform.scheduling.TransactionalJobs;
import dev.devsync.tasks.GithubLink;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Schedules what GitHub is to be told, in the transaction of the change itself. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OutgoingChanges {

  private final LinkedIssues links;
  private final SyncJournal journal;
  private final TransactionalJobs jobs;
  private final Clock clock;

  OutgoingChanges(LinkedIssues links, SyncJournal journal, TransactionalJobs jobs, Clock clock) {
    this.links = links;
    this.journal = journal;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** A comment on the issue or pull request with this number, in the name of whoever linked it. */
  public void announce(
      GithubLink link, @Nullable Integer issue, @Nullable Integer pullRequest, int userId) {
    schedule(
        List.of(
            new NewSyncEvent(
                SyncAction.ANNOUNCE_LINK,
                SyncOutcome.WAITING,
                null,
                link.repoId(),
                link.taskId(),
                link.id(),
                issue,
                issue == null ? pullRequest : null,
                userId,
                null)));
  }

  /**
   * Tasks became complete (true) or ceased to be (false). Issues known to agree are left alone,
   * unless a write is under way that is about to change them.
   */
  void completed(Map<Integer, Boolean> tasks, @Nullable Integer userId) {
    List<LinkedIssue> linked = links.ofTasks(tasks.keySet());
    // A call that was begun may have changed the issue, whatever is stored: the new write must
    // know.
    Map<Integer, String> sent =
        journal.replace(
            linked.stream().filter(LinkedIssue::isBeingWritten).map(LinkedIssue::linkId).toList());
    List<NewSyncEvent> writes = new ArrayList<>();
    for (LinkedIssue link : linked) {
      boolean complete = Boolean.TRUE.equals(tasks.get(link.taskId()));
      if (link.isBeingWritten()
          || !link.isKnownAs(complete ? LinkedIssue.CLOSED : LinkedIssue.OPEN)) {
        writes.add(
            NewSyncEvent.waiting(
                complete ? SyncAction.CLOSE_ISSUE : SyncAction.REOPEN_ISSUE,
                link,
                userId,
                sent.get(link.linkId())));
      }
    }
    schedule(writes);
  }

  private void schedule(List<NewSyncEvent> writes) {
    if (!writes.isEmpty()) {
      List<Long> ids = journal.insert(writes);
      jobs.schedule(WriteJobs.TASK, ids.stream().map(String::valueOf).toList(), clock.instant());
    }
  }
}
