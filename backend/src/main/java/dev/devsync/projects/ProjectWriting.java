package dev.devsync.projects;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.changes.FieldChange;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.users.Member;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers do with projects. */
@Service
class ProjectWriting {

  private final ProjectRepository projects;
  private final ChangeLog changes;
  private final Clock clock;

  ProjectWriting(ProjectRepository projects, ChangeLog changes, Clock clock) {
    this.projects = projects;
    this.changes = changes;
    this.clock = clock;
  }

  @Transactional
  public ProjectItem create(NewProject wanted, Caller caller) {
    int id = projects.insert(wanted, caller.id(), clock.instant());
    projects.addMembers(id, wanted.teamMembers());
    ProjectItem project = stored(id);
    changes.record(
        caller.actor(),
        new ProjectCreated(project.facts()),
        AuditEntry.of("project_created", "project", id, Map.of("status", project.status())));
    return project;
  }

  @Transactional
  public ProjectItem update(int id, ProjectChanges wanted, Caller caller) {
    ProjectItem before = projects.findForUpdate(id).orElseThrow(ApiException::resourceNotFound);
    if (wanted.version().orElse(before.version()) != before.version()) {
      throw ApiException.conflict("The project was changed by someone else", "project", before);
    }
    ProjectValues values = wanted.applyTo(ProjectValues.of(before));
    List<FieldChange> differences = ProjectValues.of(before).differencesTo(values);
    boolean newTeam =
        wanted.teamMembers().isPresent()
            && replaceTeam(before, wanted.teamMembers().orElse(List.of()));
    if (differences.isEmpty() && !newTeam) {
      return before;
    }
    projects.update(values, id, clock.instant());
    ProjectItem after = stored(id);
    record(before, after, differences, caller);
    return after;
  }

  /** Whether the team is another one now. */
  private boolean replaceTeam(ProjectItem project, List<Integer> team) {
    List<Integer> present = project.facts().members();
    boolean someLeave = !team.containsAll(present);
    List<Integer> arriving = team.stream().filter(id -> !present.contains(id)).toList();
    if (someLeave) {
      projects.removeMembersExcept(project.id(), team);
    }
    return !arriving.isEmpty() && projects.addMembers(project.id(), arriving) > 0 || someLeave;
  }

  private void record(
      ProjectItem before, ProjectItem after, List<FieldChange> differences, Caller caller) {
    List<Member> added = without(after.teamMembers(), before.facts().members());
    List<Member> removed = without(before.teamMembers(), after.facts().members());
    changes.record(
        caller.actor(),
        new ProjectUpdated(after.facts(), differences, added, removed),
        AuditEntry.of(
            "project_updated",
            "project",
            after.id(),
            Map.of("status", after.status(), "team_members", after.facts().members())));
  }

  private static List<Member> without(List<Member> members, List<Integer> ids) {
    return members.stream().filter(member -> !ids.contains(member.id())).toList();
  }

  @Transactional
  public void delete(int id, Caller caller) {
    projects.takeTurnsOfTasks(id);
    ProjectItem project = projects.findForUpdate(id).orElseThrow(ApiException::resourceNotFound);
    Instant now = clock.instant();
    projects.deleteKeepingTasks(id, now);
    changes.record(
        caller.actor(),
        new ProjectDeleted(project.facts(), false),
        AuditEntry.of("project_deleted", "project", id, Map.of("name", project.name())));
  }

  private ProjectItem stored(int id) {
    return projects.find(id).orElseThrow();
  }
}
