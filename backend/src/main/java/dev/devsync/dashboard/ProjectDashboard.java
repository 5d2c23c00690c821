package dev.devsync.dashboard;

import dev.devsync.platform.web.StreamedAnswer;
import dev.devsync.platform.web.StreamedList;
import dev.devsync.users.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a project stands. */
record ProjectDashboard(
    ProjectHead project,
    TaskStats taskStats,
    List<ChangedTask> recentlyUpdatedTasks,
    List<Member> teamMembers,
    StreamedList<AssignedDueTask> tasksDueSoon)
    implements StreamedAnswer {

  /**
   * The project itself.
   *
   * @param completionPercentage complete of all tasks, not rounded; 0 without tasks
   */
  record ProjectHead(
      int id,
      String name,
      @Nullable String description,
      String status,
      double completionPercentage) {}

  record TaskStats(int total, int backlog, int todo, int inProgress, int review, int done) {

    static TaskStats of(TaskCounts counts) {
      return new TaskStats(
          counts.total(),
          counts.backlog(),
          counts.todo(),
          counts.inProgress(),
          counts.review(),
          counts.done());
    }
  }

  record AssignedDueTask(
      int id, String title, Instant deadline, String status, @Nullable Integer assignedTo) {}

  record ChangedTask(int id, String title, String status, Instant updatedAt) {}
}
