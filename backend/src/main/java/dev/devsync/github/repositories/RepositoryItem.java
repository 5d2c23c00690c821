package dev.devsync.github.repositories;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.devsync.github.client.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A repository as the API shows it (contract, REST section 12.8).
 *
 * @param id DevSync's id
 * @param githubId GitHub's id
 * @param owner the login
 */
record RepositoryItem(
    int id,
    @Nullable Long githubId,
    String name,
    String fullName,
    String owner,
    String htmlUrl,
    @Nullable String description,
    @JsonProperty("private") boolean isPrivate,
    boolean fork,
    @Nullable String language,
    String defaultBranch,
    String createdAt,
    String updatedAt,
    @Nullable String pushedAt,
    int openIssuesCount,
    int openIssues,
    int totalPrs,
    int recentCommits,
    @Nullable String lastUpdated,
    int stargazersCount,
    int forksCount,
    boolean tracked) {

  private static final String UNKNOWN_TIME = "1970-01-01T00:00:00Z";

  static RepositoryItem of(RepositoryRow row, JsonNode json, Activity activity) {
    String pushedAt = Json.nullableText(json, "pushed_at");
    String updatedAt = Json.text(json, "updated_at");
    int issues = Json.integer(json, "open_issues_count");
    return new RepositoryItem(
        row.id(),
        row.githubId(),
        Json.text(json, "name"),
        Json.text(json, "full_name"),
        Json.text(json.path("owner"), "login"),
        Json.text(json, "html_url"),
        Json.nullableText(json, "description"),
        Json.flag(json, "private"),
        Json.flag(json, "fork"),
        Json.nullableText(json, "language"),
        Json.text(json, "default_branch"),
        Json.text(json, "created_at"),
        updatedAt,
        pushedAt,
        issues,
        issues,
        activity.pullRequests(),
        activity.commits(),
        pushedAt == null ? updatedAt : pushedAt,
        Json.integer(json, "stargazers_count"),
        Json.integer(json, "forks_count"),
        row.tracked());
  }

  /** A tracked repository that the caller's account does not list, as far as it is known. */
  static RepositoryItem ofStored(RepositoryRow row) {
    int slash = row.name().indexOf('/');
    return new RepositoryItem(
        row.id(),
        row.githubId(),
        row.name().substring(slash + 1),
        row.name(),
        row.name().substring(0, Math.max(0, slash)),
        row.url(),
        null,
        false,
        false,
        null,
        "main",
        UNKNOWN_TIME,
        UNKNOWN_TIME,
        null,
        0,
        0,
        0,
        0,
        null,
        0,
        0,
        true);
  }
}
