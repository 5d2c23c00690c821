package dev.devsync.github.pulls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which status the tasks of a repository's pull requests get when those get on; null leaves them
 * alone.
 *
 * @param closingWordsOnly whether merging and closing move only tasks named with a closing word
 * @param projectIds the projects whose tasks pull requests may name; empty for all
 */
record PullRequestRules(
    @Nullable String opened,
    @Nullable String reviewRequested,
    @Nullable String merged,
    @Nullable String closed,
    boolean closingWordsOnly,
    List<Integer> projectIds) {

  static final PullRequestRules NONE =
      new PullRequestRules(null, null, null, null, false, List.of());

  @Nullable String statusAt(PullRequestStage stage, boolean isNamedClosing) {
    return switch (stage) {
      case OPENED -> opened;
      case REVIEW_REQUESTED -> reviewRequested;
      case MERGED -> closingWordsOnly && !isNamedClosing ? null : merged;
      case CLOSED -> closingWordsOnly && !isNamedClosing ? null : closed;
      case GONE -> null;
    };
  }
}
