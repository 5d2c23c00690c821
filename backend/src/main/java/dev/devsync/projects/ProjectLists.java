package dev.devsync.projects;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Texts;
import dev.devsync.platform.web.Streamed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people see of projects. */
@Service
class ProjectLists {

  private final ProjectRepository projects;
  private final ProjectAccess access;

  ProjectLists(ProjectRepository projects, ProjectAccess access) {
    this.projects = projects;
    this.access = access;
  }

  /** The projects in the caller's sight, or those of them with one status. */
  Streamed<ProjectItem> list(@Nullable String status, Caller caller) {
    Integer viewer = Right.LIST_PROJECTS.isUnconditionalFor(caller.role()) ? null : caller.id();
    String stored = stored(status);
    return new Streamed<>(
        "projects", sink -> projects.each(viewer, stored, sink), Arrays.asList(viewer, stored));
  }

  private static @Nullable String stored(@Nullable String status) {
    if (status == null || status.isEmpty()) {
      return null;
    }
    // A status no row can hold must not reach the database, which would not take it as text.
    return Texts.isStorable(status) ? ProjectFields.storedStatus(status) : "";
  }

  ProjectItem find(int id, Caller caller) {
    access.requireReadable(caller, id);
    return projects.find(id).orElseThrow(ApiException::resourceNotFound);
  }
}
