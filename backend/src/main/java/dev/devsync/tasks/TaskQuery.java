package dev.devsync.tasks;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.time.Instants;
import dev.devsync.platform.web.Paging;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which tasks a caller asks for. Lists that are null do not narrow anything.
 *
 * @param unassigned whether tasks without an assignee are wanted, besides those of {@code assignees}
 * @param paging null for all tasks at once
 */
record TaskQuery(
    @Nullable List<String> statuses,
    @Nullable List<String> priorities,
    @Nullable List<Integer> assignees,
    boolean unassigned,
    @Nullable List<Integer> creators,
    @Nullable List<Integer> projects,
    @Nullable String search,
    boolean overdue,
    @Nullable Instant dueBefore,
    TaskOrder order,
    @Nullable Paging paging) {

  private static final int DEFAULT_PER_PAGE = 50;
  private static final int MOST_PER_PAGE = 200;

  static TaskQuery read(MultiValueMap<String, String> parameters) {
    QueryValues values = new QueryValues(parameters);
    return new TaskQuery(
        values.words("status"),
        values.words("priority"),
        values.ids("assigned_to", "none"),
        values.has("assigned_to", "none"),
        values.ids("created_by", null),
        values.ids("project_id", null),
        values.text("q"),
        values.has("overdue", "true"),
        dueBefore(values.text("due_before")),
        order(values.text("sort")),
        parameters.containsKey("page") ? paging(parameters) : null);
  }

  private static @Nullable Instant dueBefore(@Nullable String text) {
    return text == null
        ? null
        : Instants.parse(text).orElseThrow(() -> ApiException.badRequest("Invalid date filter"));
  }

  private static TaskOrder order(@Nullable String text) {
    return text == null ? TaskOrder.BY_ID : TaskOrder.read(text);
  }

  private static Paging paging(MultiValueMap<String, String> parameters) {
    return Paging.of(
        parameters.getFirst("page"), parameters.getFirst("per_page"), DEFAULT_PER_PAGE, MOST_PER_PAGE);
  }

  /** How the API documents the query; several values may be repeated or separated by commas. */
  record Documented(
      @Nullable String status,
      @Nullable String priority,
      @Nullable String assignedTo,
      @Nullable String createdBy,
      @Nullable String projectId,
      @Nullable String q,
      @Nullable Boolean overdue,
      @Nullable String dueBefore,
      @Nullable String sort,
      @Nullable Integer page,
      @Nullable Integer perPage) {}
}
