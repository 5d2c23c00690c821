package dev.devsync.github.sync;

import org.jspecify.annotations.Nullable;

/**
 * A link of a task with an issue.
 *
 * @param state as last seen, null while unknown
 * @param isBeingWritten whether a write of the issue for this link waits or is under way
 * @param sent the state that such a write may have given the issue already
 */
record LinkedIssue(
    int linkId,
    int taskId,
    int repoId,
    int number,
    @Nullable String state,
    @Nullable String title,
    boolean isBeingWritten,
    @Nullable String sent) {

  static final String OPEN = "open";
  static final String CLOSED = "closed";

  boolean isKnownAs(String other) {
    return other.equals(state);
  }

  /**
   * Whether news of this state may be the echo of a write whose answer was not heard yet. The task
   * is ahead of such news, and the write that waits has the last word.
   */
  boolean mayEcho(String news) {
    return news.equals(sent);
  }
}
