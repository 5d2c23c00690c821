package dev.devsync.github.sync;

import dev.devsync.github.sync.SyncEventRepository.Replaced;
import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.ChangeLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log of synchronisation: whatever is written to it, those who may read it are told of. */
@Service
@Transactional
public class SyncJournal {

  private final SyncEventRepository events;
  private final SyncNewsRepository news;
  private final ChangeLog changes;

  SyncJournal(SyncEventRepository events, SyncNewsRepository news, ChangeLog changes) {
    this.events = events;
    this.news = news;
    this.changes = changes;
  }

  /** Something about a pull request and a task was done, or was not for this reason. */
  public void note(SyncAction action, SyncOutcome outcome, String reason, LinkedPullRequest link) {
    insert(
        List.of(
            new NewSyncEvent(
                action,
                outcome,
                reason,
                link.repoId(),
                link.taskId(),
                link.linkId(),
                null,
                link.number(),
                null,
                null)));
  }

  /** The ids of the new rows, in order. */
  List<Long> insert(List<NewSyncEvent> rows) {
    List<Long> ids = rows.isEmpty() ? List.of() : events.insert(rows);
    announce(ids);
    return ids;
  }

  /** Ends a waiting event. */
  void end(long id, SyncOutcome outcome, @Nullable String reason) {
    events.end(id, outcome, reason);
    announce(id);
  }

  /** Notes an attempt that did not succeed. */
  void postpone(long id, int attempts, String reason, Instant next) {
    events.postpone(id, attempts, reason, next);
    announce(id);
  }

  /**
   * Notes that a call begins, before it does. False if the event no longer waits, and nothing must
   * be sent.
   */
  boolean begin(long id, String sent) {
    return events.begin(id, sent);
  }

  /**
   * Lets writes of these links that still wait go, because newer ones take their place. Returns, by
   * link, what they may have told GitHub.
   */
  Map<Integer, String> replace(List<Integer> linkIds) {
    List<Replaced> replaced = linkIds.isEmpty() ? List.of() : events.replace(linkIds);
    announce(replaced.stream().map(Replaced::id).toList());
    Map<Integer, String> sent = new HashMap<>();
    for (Replaced write : replaced) {
      if (write.sent() != null) {
        sent.put(write.linkId(), write.sent());
      }
    }
    return sent;
  }

  void announce(long id) {
    announce(List.of(id));
  }

  private void announce(List<Long> ids) {
    if (!ids.isEmpty()) {
      changes.record(Actor.SYSTEM, news.of(ids), List.of());
    }
  }
}
