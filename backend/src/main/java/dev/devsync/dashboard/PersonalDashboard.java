package dev.devsync.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.devsync.platform.web.StreamedAnswer;
import dev.devsync.platform.web.StreamedList;
import dev.devsync.users.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody sees of their own work.
 *
 * @param projects those the user is a member of
 * @param team only for admins
 */
record PersonalDashboard(
    Member user,
    List<OwnProject> projects,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TeamTasks team,
    OwnTasks tasks)
    implements StreamedAnswer {

  /** The tasks assigned to the user. */
  record OwnTasks(
      int assignedCount,
      int pendingCount,
      int completedCount,
      List<CompletedTask> recentlyCompleted,
      StreamedList<DueTask> dueSoon) {}

  record CompletedTask(int id, String title, Instant completedDate, @Nullable Integer projectId) {}

  record OwnProject(int id, String name, String status) {}

  /** The tasks of the projects an admin created; the pending ones are those to do. */
  record TeamTasks(int totalTasks, int completedTasks, int inProgressTasks, int pendingTasks) {

    static TeamTasks of(TaskCounts counts) {
      return new TeamTasks(counts.total(), counts.done(), counts.inProgress(), counts.todo());
    }
  }
}
