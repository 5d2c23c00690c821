package dev.devsync.github.sync;

import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubReply;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.Json;
import dev.devsync.github.repositories.RepositoryRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks for an issue and makes sure that the answer is about it: GitHub redirects to where an issue
 * was moved, and its number there is that of another issue here.
 */
@Component
class IssueReading {

  private final GithubApi github;
  private final RepositoryRows repositories;

  IssueReading(GithubApi github, RepositoryRows repositories) {
    this.github = github;
    this.repositories = repositories;
  }

  /** An issue, by the repository's id and name here and its number. */
  record Asked(int repoId, String repoName, int number) {

    String path() {
      return "/repos/%s/issues/%d".formatted(repoName, number);
    }
  }

  /** The issue as it is now. */
  JsonNode read(String token, Asked asked) {
    JsonNode issue = github.get(token, asked.path()).body();
    requireSame(token, asked, issue);
    return issue;
  }

  /** What may have changed since the answer with this entity tag; null if it has not. */
  @Nullable GithubReply readIfChanged(String token, Asked asked, @Nullable String etag) {
    GithubReply reply = github.getIfChanged(token, asked.path(), etag);
    if (reply != null) {
      requireSame(token, asked, reply.body());
    }
    return reply;
  }

  /** Passes if the answer is about the issue; else it counts as not to be found. */
  void requireSame(String token, Asked asked, JsonNode issue) {
    String home = Json.text(issue, "repository_url").replaceFirst(".*/repos/", "");
    boolean isHome = home.isEmpty() || home.equalsIgnoreCase(asked.repoName());
    if (Json.integer(issue, "number") != asked.number()
        || !isHome && !renamed(token, asked, home)) {
      throw GithubTrouble.movedAway();
    }
  }

  /** Whether the repository itself has this name by now, which is then stored. */
  private boolean renamed(String token, Asked asked, String home) {
    JsonNode repository = github.get(token, "/repos/" + asked.repoName()).body();
    if (!Json.text(repository, "full_name").equalsIgnoreCase(home)) {
      return false;
    }
    repositories.follow(
        asked.repoId(),
        repository.path("id").asLong(0),
        Json.text(repository, "full_name"),
        Json.text(repository, "html_url"));
    return true;
  }
}
