package dev.devsync.github.issues;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.devsync.github.client.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A pull request: what an issue shows, and how far it got.
 *
 * @param merged derived from the time of merging, because lists carry nothing else
 * @param mergeable null when GitHub does not say
 */
record PullRequestItem(
    @JsonUnwrapped IssueItem issue, boolean merged, @Nullable Boolean mergeable, boolean draft) {

  static PullRequestItem of(JsonNode json) {
    JsonNode mergeable = json.path("mergeable");
    return new PullRequestItem(
        IssueItem.of(json),
        Json.nullableText(json, "merged_at") != null || Json.flag(json, "merged"),
        mergeable.isBoolean() ? mergeable.booleanValue() : null,
        Json.flag(json, "draft"));
  }

  boolean isAssignedTo(String login) {
    return issue.assignees().stream().anyMatch(person -> person.login().equalsIgnoreCase(login));
  }

  boolean hasLabel(String name) {
    return issue.labels().stream().anyMatch(label -> label.name().equalsIgnoreCase(name));
  }
}
