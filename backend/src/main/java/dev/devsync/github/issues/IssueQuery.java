package dev.devsync.github.issues;

import dev.devsync.platform.web.Paging;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which issues or pull requests a caller wants to see. */
record IssueQuery(String state, Paging paging, @Nullable String assignee, List<String> labels) {

  private static final List<String> STATES = List.of("open", "closed", "all");
  private static final int DEFAULT_PER_PAGE = 30;
  private static final int MOST_PER_PAGE = 100;

  static IssueQuery of(
      @Nullable String state,
      @Nullable String page,
      @Nullable String perPage,
      @Nullable String assignee,
      @Nullable String labels) {
    return new IssueQuery(
        state != null && STATES.contains(state) ? state : "open",
        Paging.of(page, perPage, DEFAULT_PER_PAGE, MOST_PER_PAGE),
        assignee == null || assignee.isBlank() ? null : assignee.strip(),
        labels == null
            ? List.of()
            : Arrays.stream(labels.split(","))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList());
  }

  /** What GitHub can filter issues by. */
  String forIssues() {
    return forPullRequests()
        + (assignee == null ? "" : "&assignee=" + encoded(assignee))
        + (labels.isEmpty() ? "" : "&labels=" + encoded(String.join(",", labels)));
  }

  /** What GitHub can filter pull requests by. */
  String forPullRequests() {
    return "state=%s&page=%d&per_page=%d".formatted(state, paging.page(), paging.perPage());
  }

  boolean admits(PullRequestItem pull) {
    return (assignee == null || pull.isAssignedTo(assignee))
        && labels.stream().allMatch(pull::hasLabel);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
