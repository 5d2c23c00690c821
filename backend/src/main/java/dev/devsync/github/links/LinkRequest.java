package dev.devsync.github.links;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a task is to be linked with: an issue, a pull request, both, or a repository as a whole.
 *
 * @param issueNumber null for none
 */
record LinkRequest(
    int repoId,
    @Nullable Integer issueNumber,
    @Nullable Integer pullRequestNumber,
    @Nullable String issueTitle,
    @Nullable String pullRequestTitle) {

  /** A column's width; GitHub's own titles may be one character longer. */
  private static final int LONGEST_TITLE = 255;

  static LinkRequest read(JsonBody body) {
    Field<Integer> repository = body.id("repo_id", "Repository ID must be an integer");
    if (repository.value() == null) {
      throw ApiException.badRequest("Missing required fields");
    }
    return new LinkRequest(
        repository.value(),
        number(body, "issue_number", "Issue number must be an integer"),
        number(body, "pull_request_number", "Pull request number must be an integer"),
        title(body, "issue_title"),
        title(body, "pull_request_title"));
  }

  private static @Nullable Integer number(JsonBody body, String name, String error) {
    Integer number = body.id(name, error).value();
    if (number != null && number < 0) {
      throw ApiException.badRequest(error);
    }
    return number == null || number == 0 ? null : number;
  }

  private static @Nullable String title(JsonBody body, String name) {
    String title = body.text(name, name + " is invalid").value();
    return title == null || title.isEmpty() ? null : Texts.cut(title, LONGEST_TITLE);
  }

  /** The documented fields of the body. */
  record Documented(
      Integer repoId,
      @Nullable Integer issueNumber,
      @Nullable Integer pullRequestNumber,
      @Nullable String issueTitle,
      @Nullable String pullRequestTitle) {}
}
