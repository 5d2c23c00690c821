package dev.devsync.github.pulls;

import dev.devsync.github.pulls.FollowingTask.Move;
import dev.devsync.github.pulls.RulesRepository.Stored;
import dev.devsync.github.sync.LinkedPullRequest;
import dev.devsync.github.sync.SyncAction;
import dev.devsync.github.sync.SyncJournal;
import dev.devsync.github.sync.SyncOutcome;
import dev.devsync.platform.access.Actor;
import dev.devsync.tasks.TaskChanges;
import dev.devsync.tasks.TaskPatch;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets tasks follow their pull requests by the rules of the repository. */
@Service
class RuledTasks {

  private final RulesRepository rules;
  private final TaskChanges tasks;
  private final SyncJournal journal;

  RuledTasks(RulesRepository rules, TaskChanges tasks, SyncJournal journal) {
    this.rules = rules;
    this.tasks = tasks;
    this.journal = journal;
  }

  /**
   * How many of the linked tasks changed their status.
   *
   * @param only the tasks it is news for; null for all
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int follow(
      PullRequestNews news, @Nullable Instant happenedAt, @Nullable Collection<Integer> only) {
    PullRequestRules applying = applying(news.repoId(), happenedAt);
    int moved = 0;
    for (FollowingTask task : rules.following(news)) {
      if (only == null || only.contains(task.taskId())) {
        moved += move(task, task.at(news.stage(), applying), news);
      }
    }
    return moved;
  }

  /** What happened before the rules were made moves nothing. */
  private PullRequestRules applying(int repoId, @Nullable Instant happenedAt) {
    return rules
        .find(repoId)
        .filter(stored -> happenedAt != null && !happenedAt.isBefore(stored.since()))
        .map(Stored::rules)
        .orElse(PullRequestRules.NONE);
  }

  private int move(FollowingTask task, Move move, PullRequestNews news) {
    if (move.heldBack() != null) {
      note(SyncOutcome.SKIPPED, move.heldBack(), task, news);
    }
    if (move.status() == null
        || tasks.apply(Actor.GITHUB, task.taskId(), TaskPatch.status(move.status())).isEmpty()) {
      return 0;
    }
    note(SyncOutcome.DONE, "the pull request was " + news.stage().words(), task, news);
    return 1;
  }

  private void note(SyncOutcome outcome, String reason, FollowingTask task, PullRequestNews news) {
    journal.note(
        SyncAction.MOVE_TASK,
        outcome,
        reason,
        new LinkedPullRequest(task.linkId(), task.taskId(), news.repoId(), news.number()));
  }
}
