package dev.devsync.github.repositories;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code github_repositories}.
 *
 * @param name {@code owner/repo}
 * @param githubId GitHub's own id, null while unknown
 * @param tracked whether an admin added it, so that everybody may link to it
 */
public record RepositoryRow(
    int id, String name, String url, @Nullable Long githubId, boolean tracked) {}
