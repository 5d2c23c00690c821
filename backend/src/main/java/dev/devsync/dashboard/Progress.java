package dev.devsync.dashboard;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.users.User;
import dev.devsync.users.UserRepository;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Tells how people get on with their tasks. */
@Service
class Progress {

  private final UserRepository users;
  private final TaskFigures tasks;
  private final DashboardTaskLists lists;
  private final Clock clock;

  Progress(UserRepository users, TaskFigures tasks, DashboardTaskLists lists, Clock clock) {
    this.users = users;
    this.tasks = tasks;
    this.lists = lists;
    this.clock = clock;
  }

  PersonProgress of(int userId) {
    User user = users.find(userId).orElseThrow(ApiException::resourceNotFound);
    TaskCounts counts = tasks.count(TaskScope.assignedTo(userId), new Deadlines(clock.instant()));
    return new PersonProgress(
        user.id(),
        user.name(),
        user.role(),
        counts.total(),
        counts.done(),
        counts.open(),
        counts.averageProgress(),
        counts.dueSoon(),
        lists.recentlyChangedOf(userId));
  }
}
