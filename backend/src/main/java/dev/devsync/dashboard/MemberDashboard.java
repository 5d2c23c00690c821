package dev.devsync.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.devsync.platform.web.StreamedAnswer;
import dev.devsync.platform.web.StreamedList;
import java.util.List;

/**
 * What developers and team leads see of the work before them.
 *
 * @param tasks the counts once more, under the name some clients look for
 * @param recentTasks all tasks of the scope, those changed last first
 */
record MemberDashboard(
    @JsonProperty("taskCounts") ScopeCounts taskCounts,
    ScopeCounts tasks,
    @JsonProperty("githubActivity") List<GithubActivity> githubActivity,
    List<ProjectProgress> projects,
    @JsonProperty("upcomingDeadlines") StreamedList<DashboardTask> upcomingDeadlines,
    StreamedList<DueTask> tasksDueSoon,
    @JsonProperty("recentTasks") StreamedList<DashboardTask> recentTasks)
    implements StreamedAnswer {

  /**
   * Tasks of the scope by state.
   *
   * @param assigned the same as {@code total}
   */
  record ScopeCounts(
      int total,
      int assigned,
      int backlog,
      int todo,
      int inProgress,
      int review,
      int done,
      int dueSoon,
      int overdue) {

    static ScopeCounts of(TaskCounts counts) {
      return new ScopeCounts(
          counts.total(),
          counts.total(),
          counts.backlog(),
          counts.todo(),
          counts.inProgress(),
          counts.review(),
          counts.done(),
          counts.dueSoon(),
          counts.overdue());
    }
  }

  /**
   * A project the user belongs to or created.
   *
   * @param completionPercentage complete of all its tasks, rounded half up
   */
  record ProjectProgress(
      int id, String name, String status, int taskCount, int completionPercentage) {}
}
