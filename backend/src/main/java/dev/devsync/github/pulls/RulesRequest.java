package dev.devsync.github.pulls;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.tasks.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rules that somebody wants. */
final class RulesRequest {

  private static final int MOST_PROJECTS = 100;

  private RulesRequest() {}

  static PullRequestRules read(JsonBody body) {
    Field<List<Integer>> projects = body.ids("project_ids", "project_ids is invalid");
    if (projects.orElse(List.of()).size() > MOST_PROJECTS) {
      throw ApiException.badRequest("project_ids is invalid");
    }
    return new PullRequestRules(
        status(body, "opened"),
        status(body, "review_requested"),
        status(body, "merged"),
        status(body, "closed"),
        body.bool("closing_words_only", "closing_words_only is invalid").orElse(false),
        projects.orElse(List.of()));
  }

  private static @Nullable String status(JsonBody body, String name) {
    return body.oneOf(name, TaskStatus.ON_UPDATE, name + " is invalid").value();
  }

  /** The documented fields of the body; what is left out is off. */
  record Documented(
      @Nullable String opened,
      @Nullable String reviewRequested,
      @Nullable String merged,
      @Nullable String closed,
      @Nullable Boolean closingWordsOnly,
      @Nullable List<Integer> projectIds) {}
}
