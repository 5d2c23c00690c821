package dev.devsync.github.sync;

import dev.devsync.platform.access.Actor;
import dev.devsync.tasks.TaskChanges;
import dev.devsync.tasks.TaskPatch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Heeds news from GitHub, whichever way it came (contract, domain section 10.3). News that is older
 * than what was heeded before, or that says what is known, changes nothing; so news may come twice,
 * late and in any order.
 */
@Service
public class IncomingNews {

  private final IssueKnowledge knowledge;
  private final LinkedIssues links;
  private final SyncJournal journal;
  private final TaskChanges tasks;
  private final Clock clock;

  IncomingNews(
      IssueKnowledge knowledge,
      LinkedIssues links,
      SyncJournal journal,
      TaskChanges tasks,
      Clock clock) {
    this.knowledge = knowledge;
    this.links = links;
    this.journal = journal;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Waits for the turn to change the tasks that the news is about. A transaction that does anything
   * before it heeds news begins with this.
   */
  public void takeTurns(IssueNews news) {
    links.takeTurns(news.repoId(), news.number());
  }

  /** Heeds the news and returns how many tasks changed their status. */
  @Transactional
  public int heed(IssueNews news) {
    takeTurns(news);
    Instant heeded = knowledge.lock(news.repoId(), news.number());
    if (news.isOlderThan(heeded)) {
      return 0;
    }
    List<LinkedIssue> linked = links.lockedOf(news.repoId(), news.number());
    if (linked.isEmpty()) {
      return 0;
    }
    note(news, linked);
    return news.state() == null ? 0 : follow(news, linked);
  }

  /**
   * Heeds what was asked for, unless other news came in between: the answer may have been under way
   * for long. False if so.
   */
  @Transactional
  public boolean heedIfStill(IssueNews news, @Nullable Instant heededBefore) {
    takeTurns(news);
    if (!Objects.equals(knowledge.lock(news.repoId(), news.number()), heededBefore)) {
      return false;
    }
    heed(news);
    return true;
  }

  /**
   * Heeds what was learned on behalf of one link: the state an issue had when it was linked, or was
   * given. The task of that link need not follow; to all others it is news like any other.
   */
  @Transactional
  public void noteFor(int linkId, IssueNews news) {
    takeTurns(news);
    if (news.isOlderThan(knowledge.lock(news.repoId(), news.number()))) {
      return;
    }
    List<LinkedIssue> linked = links.lockedOf(news.repoId(), news.number());
    note(news, linked);
    follow(news, linked.stream().filter(link -> link.linkId() != linkId).toList());
  }

  private void note(IssueNews news, List<LinkedIssue> linked) {
    links.note(news.repoId(), news.number(), news.state(), news.title(), clock.instant());
    if (news.state() == null) {
      knowledge.gone(news.repoId(), news.number());
    } else {
      knowledge.heeded(news.repoId(), news.number(), news.at());
    }
    List<NewSyncEvent> noted = new ArrayList<>();
    for (LinkedIssue link : linked) {
      if (news.state() == null) {
        noted.add(
            NewSyncEvent.done(SyncAction.FORGET_ISSUE, "the issue is gone from GitHub", link));
      } else if (news.title() != null
          && link.title() != null
          && !news.title().equals(link.title())) {
        noted.add(NewSyncEvent.done(SyncAction.NOTE_TITLE, null, link));
      }
    }
    if (!noted.isEmpty()) {
      journal.insert(noted);
    }
  }

  /**
   * Only a state that was not known before is news, and a first sight only if the issue is closed.
   * What may be an echo is none.
   */
  private int follow(IssueNews news, List<LinkedIssue> linked) {
    String state = Objects.requireNonNull(news.state());
    boolean closed = state.equals(LinkedIssue.CLOSED);
    List<Integer> hearing =
        linked.stream()
            .filter(link -> !link.isKnownAs(state) && !link.mayEcho(state))
            .filter(link -> link.state() != null || closed)
            .map(LinkedIssue::taskId)
            .toList();
    List<Integer> following =
        links.tasksToFollow(news.repoId(), news.number(), closed).stream()
            .filter(hearing::contains)
            .toList();
    for (int task : following) {
      tasks.apply(Actor.GITHUB, task, TaskPatch.status(closed ? "done" : "in_progress"));
    }
    record(
        linked.stream().filter(link -> hearing.contains(link.taskId())).toList(),
        following,
        closed);
    return following.size();
  }

  private void record(List<LinkedIssue> heard, List<Integer> following, boolean closed) {
    List<NewSyncEvent> told = new ArrayList<>();
    for (LinkedIssue link : heard) {
      told.add(
          following.contains(link.taskId())
              ? NewSyncEvent.done(
                  closed ? SyncAction.COMPLETE_TASK : SyncAction.REOPEN_TASK, null, link)
              : NewSyncEvent.done(
                  SyncAction.NOTE_STATE,
                  closed ? "closed; the task need not follow" : "open; the task need not follow",
                  link));
    }
    if (!told.isEmpty()) {
      journal.insert(told);
    }
  }
}
