package dev.devsync.tasks;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change for many tasks. */
record BulkPatch(List<Integer> ids, TaskPatch patch) {

  private static final int MOST_TASKS = 500;
  private static final String IDS_ERROR = "ids must be a list of 1 to " + MOST_TASKS + " task IDs";

  static BulkPatch read(JsonBody body) {
    List<Integer> ids = body.ids("ids", IDS_ERROR).orElse(List.of());
    if (ids.isEmpty() || ids.size() > MOST_TASKS) {
      throw ApiException.badRequest(IDS_ERROR);
    }
    Field<String> status = TaskFields.status(body, TaskStatus.ON_UPDATE);
    Field<String> priority = TaskFields.priority(body);
    Field<Integer> assignee = TaskFields.assignee(body);
    Field<Integer> project = TaskFields.project(body);
    Field<Instant> deadline = TaskFields.deadline(body);
    if (status.isAbsentOrNull()
        && priority.isAbsentOrNull()
        && !assignee.isPresent()
        && !project.isPresent()
        && !deadline.isPresent()) {
      throw ApiException.badRequest(
          "At least one of status, priority, assigned_to, project_id, deadline is required");
    }
    return new BulkPatch(
        ids,
        new TaskPatch(
            Field.absent(),
            Field.absent(),
            status,
            priority,
            Field.absent(),
            assignee,
            project,
            deadline,
            Field.absent()));
  }

  /** How the API documents the request. */
  record Documented(
      List<Integer> ids,
      @Nullable String status,
      @Nullable String priority,
      @Nullable Integer assignedTo,
      @Nullable Integer assigneeId,
      @Nullable Integer projectId,
      @Nullable Instant deadline) {}
}
