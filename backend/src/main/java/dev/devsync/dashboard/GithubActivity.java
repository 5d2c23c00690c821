package dev.devsync.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a task was linked with on GitHub.
 *
 * @param title the task's
 * @param repo {@code owner/repository}
 * @param label {@code #} and the number, or words if a repository as a whole is linked
 */
record GithubActivity(
    int id,
    LinkKind type,
    String title,
    String repo,
    String url,
    @Nullable Instant date,
    String label) {

  /** A pull request goes before an issue when a link has both. */
  static GithubActivity of(
      int id,
      String task,
      String repo,
      String url,
      @Nullable Instant date,
      @Nullable Integer issue,
      @Nullable Integer pullRequest) {
    if (pullRequest != null) {
      return new GithubActivity(
          id,
          LinkKind.PULL_REQUEST,
          task,
          repo,
          url + "/pull/" + pullRequest,
          date,
          "#" + pullRequest);
    }
    return issue == null
        ? new GithubActivity(id, LinkKind.REPOSITORY, task, repo, url, date, "Linked repository")
        : new GithubActivity(
            id, LinkKind.ISSUE, task, repo, url + "/issues/" + issue, date, "#" + issue);
  }

  /** What kind of thing is linked. */
  enum LinkKind {
    @JsonProperty("pull_request")
    PULL_REQUEST,
    @JsonProperty("issue")
    ISSUE,
    @JsonProperty("repository")
    REPOSITORY
  }
}
