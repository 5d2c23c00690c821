package dev.devsync.tasks;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.FieldChange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit log says of tasks (contract, domain section 6). */
final class TaskAudit {

  private TaskAudit() {}

  static AuditEntry created(TaskItem task) {
    return AuditEntry.of("task_created", "task", task.id(), place(task));
  }

  static AuditEntry updated(Actor actor, TaskUpdated update) {
    Map<String, @Nullable Object> metadata = place(update.task());
    metadata.put("changed", update.changes().stream().map(FieldChange::field).toList());
    if (actor.source() == Actor.Source.GITHUB) {
      metadata.put("source", "github");
    }
    return AuditEntry.of("task_updated", "task", update.task().id(), metadata);
  }

  static AuditEntry deleted(TaskItem task) {
    Map<String, @Nullable Object> metadata = place(task);
    metadata.put("title", task.title());
    return AuditEntry.of("task_deleted", "task", task.id(), metadata);
  }

  private static Map<String, @Nullable Object> place(TaskItem task) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("project_id", task.projectId());
    metadata.put("assigned_to", task.assignedTo());
    return metadata;
  }
}
