package dev.devsync.github.pulls;

import dev.devsync.tasks.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * A task that is linked with a pull request which got on.
 *
 * @param isComplete whether it is complete already
 * @param isNamedClosing whether the pull request names it with a closing word
 * @param waits whether others of its pull requests are neither merged nor closed
 * @param completion the complete status that the rules give it for those of its pull requests which
 *     are; null for none
 */
record FollowingTask(
    int taskId,
    int linkId,
    boolean isComplete,
    boolean isNamedClosing,
    boolean waits,
    @Nullable String completion) {

  /** What becomes of the task, and why. */
  record Move(@Nullable String status, @Nullable String heldBack) {}

  /**
   * What the rules of the repository make of the task at this stage. Only unfinished pull requests
   * hold completion back, and nothing brings a complete task back to work.
   */
  Move at(PullRequestStage stage, PullRequestRules rules) {
    String status = isComplete ? null : rules.statusAt(stage, isNamedClosing);
    if (isComplete || !stage.isFinished() || status != null && !TaskStatus.isComplete(status)) {
      return new Move(status, null);
    }
    String whenAllAreFinished = completion == null ? status : completion;
    if (whenAllAreFinished != null && waits) {
      return new Move(null, "other pull requests of the task are still open");
    }
    return new Move(whenAllAreFinished, null);
  }
}
