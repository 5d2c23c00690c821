package dev.devsync.tasks;

import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a task; absent fields stay. Null clears description, assignee, project and deadline.
 *
 * @param version the version the client has seen; absent if it does not care
 */
public record TaskPatch(
    Field<String> title,
    Field<String> description,
    Field<String> status,
    Field<String> priority,
    Field<Integer> progress,
    Field<Integer> assignedTo,
    Field<Integer> projectId,
    Field<Instant> deadline,
    Field<Integer> version) {

  /** Only a new status. */
  public static TaskPatch status(String status) {
    return new TaskPatch(
        Field.absent(),
        Field.absent(),
        Field.of(status),
        Field.absent(),
        Field.absent(),
        Field.absent(),
        Field.absent(),
        Field.absent(),
        Field.absent());
  }

  static TaskPatch read(JsonBody body) {
    Field<String> title = TaskFields.title(body);
    Field<String> description = TaskFields.description(body);
    Field<String> status = TaskFields.status(body, TaskStatus.ON_UPDATE);
    Field<Integer> progress = TaskFields.progress(body);
    Field<String> priority = TaskFields.priority(body);
    Field<Integer> assignee = TaskFields.assignee(body);
    Field<Integer> project = TaskFields.project(body);
    Field<Instant> deadline = TaskFields.deadline(body);
    Field<Integer> version = TaskFields.version(body);
    return new TaskPatch(title, description, status, priority, progress, assignee, project, deadline, version);
  }

  TaskValues applyTo(TaskValues before) {
    return new TaskValues(
        title.orElse(before.title()),
        description.orStored(before.description()),
        status.orElse(before.status()),
        priority.orElse(before.priority()),
        progress.orElse(before.progress()),
        assignedTo.orStored(before.assignedTo()),
        projectId.orStored(before.projectId()),
        deadline.orStored(before.deadline()));
  }

  /** How the API documents the request. */
  record Documented(
      @Nullable String title,
      @Nullable String description,
      @Nullable String status,
      @Nullable String priority,
      @Nullable Integer progress,
      @Nullable Integer assignedTo,
      @Nullable Integer assigneeId,
      @Nullable Integer projectId,
      @Nullable Instant deadline,
      @Nullable Integer version) {}
}
