package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.Paging;
import org.springframework.stereotype.Service;

/** What people see of one task. */
@Service
class TaskReading {

  private final TaskAccess access;
  private final TaskRepository tasks;
  private final TaskHistoryRepository history;

  TaskReading(TaskAccess access, TaskRepository tasks, TaskHistoryRepository history) {
    this.access = access;
    this.tasks = tasks;
    this.history = history;
  }

  TaskDetail detail(int id, Caller caller) {
    return new TaskDetail(access.requireVisible(caller, id).task(), tasks.links(id));
  }

  TaskHistory history(int id, Paging paging, Caller caller) {
    access.requireVisible(caller, id);
    return new TaskHistory(history.page(id, paging), Pagination.of(paging, history.count(id)));
  }
}
