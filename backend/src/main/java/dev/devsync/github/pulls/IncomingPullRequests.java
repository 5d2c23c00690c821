package dev.devsync.github.pulls;

import dev.devsync.github.links.PullRequestLinks;
import dev.devsync.github.links.PullRequestLinks.Naming;
import dev.devsync.github.pulls.NamedTaskRepository.Linkable;
import dev.devsync.github.sync.LinkedPullRequest;
import dev.devsync.github.sync.SyncAction;
import dev.devsync.github.sync.SyncJournal;
import dev.devsync.github.sync.SyncOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Heeds news of pull requests, whichever way it came: links tasks that it names, and lets the rules
 * of the repository act when it got to another stage. News may come twice, late and in any order.
 */
@Service
public class IncomingPullRequests {

  private final PullRequestRepository pulls;
  private final NamedTaskRepository tasks;
  private final PullRequestLinks links;
  private final RuledTasks ruled;
  private final SyncJournal journal;

  IncomingPullRequests(
      PullRequestRepository pulls,
      NamedTaskRepository tasks,
      PullRequestLinks links,
      RuledTasks ruled,
      SyncJournal journal) {
    this.pulls = pulls;
    this.tasks = tasks;
    this.links = links;
    this.ruled = ruled;
    this.journal = journal;
  }

  /** What followed from news. */
  public record Heeded(int tasksLinked, int tasksUpdated) {

    static final Heeded NOTHING = new Heeded(0, 0);

    public boolean isNothing() {
      return tasksLinked == 0 && tasksUpdated == 0;
    }
  }

  /**
   * Waits for the turn to change the tasks that the news is about. A transaction that does anything
   * before it heeds news begins with this.
   */
  public void takeTurns(PullRequestNews news) {
    tasks.takeTurns(news);
  }

  @Transactional
  public Heeded heed(PullRequestNews news) {
    takeTurns(news);
    KnownPullRequest known = pulls.lock(news.repoId(), news.number());
    if (news.isOlderThan(known.newsAt())) {
      return Heeded.NOTHING;
    }
    tasks.lock(news);
    Set<Integer> named = new HashSet<>(known.namedTasks());
    List<Integer> linked = link(news, named);
    Instant happenedAt = news.happenedAfter(known.stage());
    pulls.store(news, happenedAt, named);
    pulls.retitle(news);
    boolean isEvent = news.stage().isNewsAfter(known.stage());
    return new Heeded(
        linked.size(),
        isEvent || !linked.isEmpty() ? ruled.follow(news, happenedAt, isEvent ? null : linked) : 0);
  }

  /** A link is made once for each task that is named; the set grows by the tasks concerned. */
  private List<Integer> link(PullRequestNews news, Set<Integer> named) {
    List<Integer> unheard = news.named().stream().filter(task -> !named.contains(task)).toList();
    List<Integer> linked = new ArrayList<>();
    for (Linkable task : unheard.isEmpty() ? List.<Linkable>of() : tasks.among(unheard, news)) {
      named.add(task.taskId());
      links
          .add(task.taskId(), new Naming(news.repoId(), news.number(), news.title(), task.author()))
          .ifPresent(
              link -> {
                linked.add(link.taskId());
                journal.note(
                    SyncAction.LINK_PULL_REQUEST,
                    SyncOutcome.DONE,
                    "the pull request names the task",
                    new LinkedPullRequest(link.id(), link.taskId(), news.repoId(), news.number()));
              });
    }
    return linked;
  }

  /** A pull request that is not to be found holds nothing up. */
  @Transactional
  public void gone(int repoId, int number) {
    pulls.gone(repoId, number);
  }
}
