package dev.devsync.github.links;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.JsonBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue to be created from a task; what is not given comes from the task. */
record IssueRequest(
    int repoId,
    @Nullable String title,
    @Nullable String body,
    List<String> labels,
    List<String> assignees) {

  private static final int LONGEST_TITLE = 255;
  private static final int LONGEST_BODY = 65_536;

  static IssueRequest read(JsonBody body) {
    Integer repository = body.id("repo_id", "Repository ID must be an integer").value();
    if (repository == null) {
      throw ApiException.badRequest("Missing required fields");
    }
    return new IssueRequest(
        repository,
        body.text("title", 1, LONGEST_TITLE, "title is invalid").value(),
        body.text("body", 0, LONGEST_BODY, "body is invalid").value(),
        body.texts("labels", "labels is invalid").orElse(List.of()),
        body.texts("assignees", "assignees is invalid").orElse(List.of()));
  }

  /** The documented fields of the body. */
  record Documented(
      Integer repoId,
      @Nullable String title,
      @Nullable String body,
      @Nullable List<String> labels,
      @Nullable List<String> assignees) {}
}
