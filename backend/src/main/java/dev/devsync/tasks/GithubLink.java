package dev.devsync.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task's link to an issue or a pull request, as it appears on the wire.
 *
 * @param repoId DevSync's id of the repository
 * @param repoName {@code owner/repo}
 * @param issueState {@code open} or {@code closed}, as last seen; null if unknown
 */
public record GithubLink(
    int id,
    int taskId,
    int repoId,
    @Nullable String repoName,
    @Nullable String repoUrl,
    @Nullable Integer issueNumber,
    @Nullable Integer pullRequestNumber,
    @Nullable Instant createdAt,
    @Nullable String issueTitle,
    @Nullable String pullRequestTitle,
    @Nullable String issueState) {}
