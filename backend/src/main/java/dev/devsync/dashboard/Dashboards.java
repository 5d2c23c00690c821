package dev.devsync.dashboard;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.database.WorkState;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.web.Shared;
import dev.devsync.platform.web.StreamedAnswer;
import dev.devsync.projects.ProjectAccess;
import dev.devsync.tasks.TasksViewed;
import dev.devsync.users.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Puts the dashboards together. */
@Service
class Dashboards {

  private static final Duration SHOWN_FOR = Duration.ofSeconds(10);

  private final TaskFigures tasks;
  private final AllTaskFigures allTasks;
  private final DashboardTaskLists lists;
  private final ProjectFigures projects;
  private final LinkedTasks links;
  private final SystemGrowth system;
  private final ProjectAccess access;
  private final ApplicationEventPublisher publisher;
  private final WorkState work;
  private final Clock clock;

  Dashboards(
      TaskFigures tasks,
      AllTaskFigures allTasks,
      DashboardTaskLists lists,
      ProjectFigures projects,
      LinkedTasks links,
      SystemGrowth system,
      ProjectAccess access,
      ApplicationEventPublisher publisher,
      WorkState work,
      Clock clock) {
    this.tasks = tasks;
    this.allTasks = allTasks;
    this.lists = lists;
    this.projects = projects;
    this.links = links;
    this.system = system;
    this.access = access;
    this.publisher = publisher;
    this.work = work;
    this.clock = clock;
  }

  Shared<PersonalDashboard> personal(Caller caller) {
    return shared(caller, "personal", deadlines -> personal(caller, deadlines));
  }

  private PersonalDashboard personal(Caller caller, Deadlines deadlines) {
    TaskScope scope = TaskScope.assignedTo(caller.id());
    TaskCounts counts = tasks.count(scope, deadlines);
    return new PersonalDashboard(
        new Member(caller.id(), caller.name(), caller.role()),
        projects.memberships(caller.id()),
        caller.isAdmin() ? team(caller, deadlines) : null,
        new PersonalDashboard.OwnTasks(
            counts.total(),
            counts.open(),
            counts.done(),
            lists.recentlyCompleted(scope, deadlines),
            lists.dueSoon(scope, deadlines)));
  }

  private PersonalDashboard.TeamTasks team(Caller admin, Deadlines deadlines) {
    return PersonalDashboard.TeamTasks.of(
        tasks.count(TaskScope.inProjectsCreatedBy(admin.id()), deadlines));
  }

  Shared<MemberDashboard> member(Caller caller) {
    return shared(caller, "member", deadlines -> member(caller, deadlines));
  }

  private MemberDashboard member(Caller caller, Deadlines deadlines) {
    TaskScope scope =
        caller.isManager() ? TaskScope.ledBy(caller.id()) : TaskScope.assignedTo(caller.id());
    MemberDashboard.ScopeCounts counts =
        MemberDashboard.ScopeCounts.of(tasks.count(scope, deadlines));
    return new MemberDashboard(
        counts,
        counts,
        links.newest(scope),
        projects.progress(caller.id()),
        lists.upcoming(scope, deadlines),
        lists.dueSoon(scope, deadlines),
        lists.recent(scope, deadlines));
  }

  Shared<ManagementDashboard> management(@Nullable String timeRange, Caller caller) {
    Optional<TimeRange> range = TimeRange.named(timeRange);
    return shared(caller, "management " + range, deadlines -> management(range, caller, deadlines));
  }

  private ManagementDashboard management(
      Optional<TimeRange> range, Caller caller, Deadlines deadlines) {
    Instant start = range.map(known -> deadlines.now().minus(known.length())).orElse(null);
    Growth growth = start == null ? Growth.UNKNOWN : system.since(start);
    return new ManagementDashboard(
        projects.accounts(growth.users()),
        allTasks.count(TaskScope.inProjectsOf(caller.id()), deadlines, start),
        new ManagementDashboard.AllProjects(projects.count(), growth.projects()),
        projects.recent(),
        caller.role() == Role.TEAM_LEAD ? tasks.teamLeadKpis(caller.id(), deadlines) : null,
        lists.recent(TaskScope.assignedTo(caller.id()), deadlines));
  }

  Shared<ProjectDashboard> project(int id, Caller caller) {
    Set<Relation> relations = access.relations(caller.id(), id).orElseThrow(Dashboards::noProject);
    if (!caller.has(Right.VIEW_PROJECT, relations)) {
      throw ProjectAccess.noAccess();
    }
    return shared(caller, "project " + id, deadlines -> project(id, deadlines));
  }

  private ProjectDashboard project(int id, Deadlines deadlines) {
    TaskCounts counts = tasks.count(TaskScope.inProject(id), deadlines);
    return new ProjectDashboard(
        projects.head(id, counts).orElseThrow(Dashboards::noProject),
        ProjectDashboard.TaskStats.of(counts),
        lists.recentlyChangedIn(id),
        projects.members(id),
        lists.dueSoonIn(id, deadlines));
  }

  /** Time alone makes tasks overdue, which dashboards show some seconds later. */
  private <T extends StreamedAnswer> Shared<T> shared(
      Caller caller, String which, Function<Deadlines, T> dashboard) {
    publisher.publishEvent(new TasksViewed(caller));
    Instant now = clock.instant();
    long period = now.getEpochSecond() / SHOWN_FOR.toSeconds();
    return new Shared<>(
        List.of(work.name(), period, which, caller.id(), caller.role()),
        () -> Loading.of(() -> dashboard.apply(new Deadlines(now))));
  }

  private static ApiException noProject() {
    return ApiException.notFound("Project not found");
  }
}
