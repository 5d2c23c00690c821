package dev.devsync.github.pulls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ops.github_pull_requests}.
 *
 * @param stage null if it was never seen
 * @param newsAt when the newest heeded news happened
 * @param namedTasks tasks it was linked with by their keys, once and for all
 */
record KnownPullRequest(
    @Nullable PullRequestStage stage, @Nullable Instant newsAt, List<Integer> namedTasks) {}
