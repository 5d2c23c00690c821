package dev.devsync.github.sync;

import org.jspecify.annotations.Nullable;

/**
 * A link of a task with an issue.
 *
 * @param state as last seen, null while unknown
 * @param isBeingWritten whether a write of the issue for this link waits or is under way
 */
record LinkedIssue(
    int linkId,
    int taskId,
    int repoId,
    int number,
    @Nullable String state,
    @Nullable String title,
    boolean isBeingWritten) {

  static final String OPEN = "open";
  static final String CLOSED = "closed";

  boolean isKnownAs(String other) {
    return other.equals(state);
  }
}
