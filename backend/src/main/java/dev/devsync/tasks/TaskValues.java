package dev.devsync.tasks;

import dev.devsync.platform.changes.FieldChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people decide about a task: all that can change. */
record TaskValues(
    String title,
    @Nullable String description,
    String status,
    String priority,
    int progress,
    @Nullable Integer assignedTo,
    @Nullable Integer projectId,
    @Nullable Instant deadline) {

  static TaskValues of(TaskItem task) {
    return new TaskValues(
        task.title(),
        task.description(),
        task.status(),
        task.priority(),
        task.progress(),
        task.assignedTo(),
        task.projectId(),
        task.deadline());
  }

  List<FieldChange> differencesTo(TaskValues after) {
    List<FieldChange> changes = new ArrayList<>();
    addIfChanged(changes, "title", title, after.title);
    addIfChanged(changes, "description", description, after.description);
    addIfChanged(changes, "status", status, after.status);
    addIfChanged(changes, "priority", priority, after.priority);
    addIfChanged(changes, "progress", progress, after.progress);
    addIfChanged(changes, "assigned_to", assignedTo, after.assignedTo);
    addIfChanged(changes, "project_id", projectId, after.projectId);
    addIfChanged(changes, "deadline", deadline, after.deadline);
    return changes;
  }

  TaskValues assignedTo(@Nullable Integer user) {
    return new TaskValues(title, description, status, priority, progress, user, projectId, deadline);
  }

  private static void addIfChanged(
      List<FieldChange> changes, String field, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.add(new FieldChange(field, from, to));
    }
  }
}
