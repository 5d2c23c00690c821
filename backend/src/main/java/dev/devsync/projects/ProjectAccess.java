package dev.devsync.projects;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.errors.ApiException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers who may see a project. */
@Component
public class ProjectAccess {

  private final ProjectRepository projects;

  ProjectAccess(ProjectRepository projects) {
    this.projects = projects;
  }

  /** How the user stands to the project; empty if there is no such project. */
  public Optional<Set<Relation>> relations(int userId, int projectId) {
    return projects.relations(userId, projectId);
  }

  /** The same, with the project kept from deletion until the transaction ends. */
  public Optional<Set<Relation>> relationsKeepingProject(int userId, int projectId) {
    return projects.relationsKeepingProject(userId, projectId);
  }

  /** Passes if the caller may see the project; otherwise 404 if it is missing and 403 if it is not theirs. */
  public void requireReadable(Caller caller, int projectId) {
    Set<Relation> relations = relations(caller.id(), projectId).orElseThrow(ApiException::resourceNotFound);
    requireReadable(caller, relations);
  }

  /** The same for relations that are known already. */
  public void requireReadable(Caller caller, Set<Relation> relations) {
    if (!caller.has(Right.VIEW_PROJECT, relations)) {
      throw noAccess();
    }
  }

  public static ApiException noAccess() {
    return ApiException.forbidden("You do not have access to this project");
  }
}
