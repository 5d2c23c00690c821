package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.projects.ProjectAccess;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the users and projects that changes of one transaction refer to, each once. Those that are
 * accepted cannot be deleted before the transaction ends.
 */
final class TaskReferences {

  private final TaskRepository tasks;
  private final ProjectAccess projects;
  private final Caller caller;
  private final Map<Integer, Boolean> users = new HashMap<>();
  private final Map<Integer, Optional<Set<Relation>>> relations = new HashMap<>();

  TaskReferences(TaskRepository tasks, ProjectAccess projects, Caller caller) {
    this.tasks = tasks;
    this.projects = projects;
    this.caller = caller;
  }

  /** Refuses somebody who does not exist. */
  void requireAssignee(@Nullable Integer user) {
    if (user != null && !users.computeIfAbsent(user, tasks::keepUser)) {
      throw ApiException.badRequest("Assigned user not found");
    }
  }

  /** Refuses a project that does not exist or that the caller may not read. */
  void requireProject(@Nullable Integer project) {
    if (project != null) {
      projects.requireReadable(
          caller,
          relations
              .computeIfAbsent(project, id -> projects.relationsKeepingProject(caller.id(), id))
              .orElseThrow(() -> ApiException.badRequest("Project not found")));
    }
  }
}
