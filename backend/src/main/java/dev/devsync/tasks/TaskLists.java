package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.Paging;
import dev.devsync.platform.web.Shared;
import dev.devsync.platform.web.Streamed;
import dev.devsync.platform.web.StreamedAnswer;
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
  record TaskPage(List<TaskItem> tasks, Pagination pagination) implements StreamedAnswer {}

  /**
   * The tasks in the caller's sight that the query picks: a {@link TaskPage} that is {@link
   * Shared}, or all of them {@link Streamed}.
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
    // What is overdue is another question each time it is asked.
    Object picked = query.overdue() ? null : conditions.identity();
    Paging paging = query.paging();
    return paging == null
        ? new Streamed<TaskItem>(
            "tasks",
            sink -> tasks.each(conditions, query.order(), sink),
            picked == null ? null : List.of(picked, query.order()))
        : new Shared<>(
            picked == null ? null : List.of(TaskPage.class, picked, query.order(), paging),
            () -> page(conditions, query.order(), paging));
  }

  private TaskPage page(TaskConditions conditions, TaskOrder order, Paging paging) {
    return new TaskPage(
        tasks.page(conditions, order, paging), Pagination.of(paging, tasks.count(conditions)));
  }
}
