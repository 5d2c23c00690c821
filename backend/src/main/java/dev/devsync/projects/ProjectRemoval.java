package dev.devsync.projects;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes completed projects whose time is up (contract, domain section 9). */
@Service
public class ProjectRemoval {

  private final ProjectRepository projects;
  private final ChangeLog changes;

  ProjectRemoval(ProjectRepository projects, ChangeLog changes) {
    this.projects = projects;
    this.changes = changes;
  }

  /**
   * Ids of the completed projects that have not changed since the instant, longest unchanged first.
   */
  public List<Integer> completedBefore(Instant instant) {
    return projects.completedBefore(instant);
  }

  /**
   * Deletes a completed project that has not changed since the instant, together with its tasks and
   * their comments, links and notifications, in one transaction, and records that retention did it.
   *
   * @return whether it was deleted; false if it is gone already, completed no longer, or was
   *     changed
   */
  @Transactional
  public boolean deleteExpired(int projectId, Instant unchangedSince, Actor actor) {
    projects.takeTurnsOfTasks(projectId);
    Optional<ProjectItem> expired =
        projects
            .findForUpdate(projectId)
            .filter(project -> project.status().equals("completed"))
            .filter(project -> project.updatedAt().isBefore(unchangedSince));
    expired.ifPresent(project -> delete(project, actor));
    return expired.isPresent();
  }

  private void delete(ProjectItem project, Actor actor) {
    projects.deleteWithTasks(project.id());
    changes.record(
        actor,
        new ProjectDeleted(project.facts(), true),
        AuditEntry.of(
            "project_deleted",
            "project",
            project.id(),
            Map.of("name", project.name(), "reason", "retention")));
  }
}
