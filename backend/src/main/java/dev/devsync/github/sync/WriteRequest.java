package dev.devsync.github.sync;

import dev.devsync.github.sync.IssueReading.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A waiting write with what it is about, as it is now.
 *
 * @param attempts that failed since it was last asked for
 * @param sent what an earlier attempt may have told GitHub; null if none began to
 * @param taskComplete whether the task is complete now, which is what an issue must follow
 * @param askedBy who made the change, null if nobody in particular
 */
record WriteRequest(
    long eventId,
    SyncAction action,
    int attempts,
    @Nullable String sent,
    Instant createdAt,
    int linkId,
    int taskId,
    String taskTitle,
    boolean taskComplete,
    int repoId,
    String repoName,
    @Nullable Integer issueNumber,
    @Nullable Integer pullRequestNumber,
    @Nullable String issueState,
    @Nullable Integer askedBy,
    @Nullable Integer linkedBy,
    @Nullable Integer assignee) {

  /** The number of the issue or pull request that is written to. */
  int target() {
    return Objects.requireNonNull(issueNumber == null ? pullRequestNumber : issueNumber);
  }

  Asked asked() {
    return new Asked(repoId, repoName, target());
  }

  String wantedState() {
    return taskComplete ? LinkedIssue.CLOSED : LinkedIssue.OPEN;
  }

  /** Whose tokens may be used, the most fitting first. */
  List<Integer> writers() {
    Stream<@Nullable Integer> all =
        action == SyncAction.ANNOUNCE_LINK
            ? Stream.of(askedBy)
            : Stream.of(askedBy, linkedBy, assignee);
    return all.filter(Objects::nonNull).map(Objects::requireNonNull).distinct().toList();
  }
}
