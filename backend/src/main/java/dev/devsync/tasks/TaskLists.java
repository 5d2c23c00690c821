package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.Streamed;
import dev.devsync.projects.ProjectAccess;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The lists of tasks people see. */
@Service
class TaskLists {

  private final TaskListRepository tasks;
  private final ProjectAccess projects;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  TaskLists(
      TaskListRepository tasks,
      ProjectAccess projects,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.tasks = tasks;
    this.projects = projects;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** One page of a list. */
  record TaskPage(List<TaskItem> tasks, Pagination pagination) {}

  /**
   * The tasks in the caller's sight that the query picks: a {@link TaskPage}, or all of them
   * streamed.
   */
  Object visible(TaskQuery query, Caller caller) {
    publisher.publishEvent(new TasksViewed(caller));
    Integer viewer = Right.VIEW_TASK.isUnconditionalFor(caller.role()) ? null : caller.id();
    return list(TaskConditions.of(query, clock.instant()).visibleTo(viewer), query);
  }

  /** The same for all tasks of a project that the caller may read. */
  Object ofProject(int projectId, TaskQuery query, Caller caller) {
    projects.requireReadable(caller, projectId);
    return list(TaskConditions.of(query, clock.instant()).in(projectId), query);
  }

  private Object list(TaskConditions conditions, TaskQuery query) {
    if (query.paging() == null) {
      Object picked = conditions.identity();
      return new Streamed<TaskItem>(
          "tasks",
          sink -> tasks.each(conditions, query.order(), sink),
          picked == null ? null : List.of(picked, query.order()));
    }
    return new TaskPage(
        tasks.page(conditions, query.order(), query.paging()),
        Pagination.of(query.paging(), tasks.count(conditions)));
  }
}
