package dev.devsync.tasks;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the task somebody wants to create. */
final class NewTask {

  private NewTask() {}

  static TaskValues read(JsonBody body) {
    if (body.isEmpty()) {
      throw ApiException.badRequest("Invalid or missing JSON body");
    }
    if (!body.hasValue("title") || !body.has("description") || !body.hasValue("status")) {
      throw ApiException.badRequest("Missing required fields");
    }
    Field<String> title = TaskFields.title(body);
    Field<String> description = TaskFields.description(body);
    Field<String> status = TaskFields.status(body, TaskStatus.ON_CREATION);
    Field<Integer> progress = TaskFields.progress(body);
    Field<String> priority = TaskFields.priority(body);
    Field<Integer> assignee = TaskFields.assignee(body);
    Field<Integer> project = TaskFields.project(body);
    Field<Instant> deadline = TaskFields.deadline(body);
    return new TaskValues(
        title.orElse(""),
        description.value(),
        status.orElse(""),
        priority.orElse("medium"),
        progress.orElse(0),
        assignee.value(),
        project.value(),
        deadline.value());
  }

  /** How the API documents the request. */
  record Documented(
      String title,
      @Required @Nullable String description,
      String status,
      @Nullable String priority,
      @Nullable Integer progress,
      @Nullable Integer assignedTo,
      @Nullable Integer assigneeId,
      @Nullable Integer projectId,
      @Nullable Instant deadline) {}
}
