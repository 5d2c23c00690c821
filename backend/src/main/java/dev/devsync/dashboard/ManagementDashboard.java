package dev.devsync.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.devsync.platform.web.StreamedAnswer;
import dev.devsync.platform.web.StreamedList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What team leads and admins see of the whole.
 *
 * @param teamLeadKpis only for team leads
 * @param myAssignedTasks the user's own tasks, those changed last first
 */
record ManagementDashboard(
    Accounts users,
    AllTasks tasks,
    AllProjects projects,
    @JsonProperty("recentProjects") List<RecentProject> recentProjects,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TeamLeadKpis teamLeadKpis,
    StreamedList<DashboardTask> myAssignedTasks)
    implements StreamedAnswer {

  /** Users by role; {@code change} as in {@link Growth}. */
  record Accounts(
      int total,
      int admin,
      int teamLead,
      int developer,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer change) {}

  /**
   * All tasks by state, with their {@link Growth}.
   *
   * @param overdue in the projects the user belongs to or created
   */
  record AllTasks(
      int total,
      int backlog,
      int todo,
      int inProgress,
      int review,
      int done,
      int overdue,
      @JsonProperty("activeChange") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Integer activeChange,
      @JsonProperty("completedChange") @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable Integer completedChange) {}

  record AllProjects(
      int total, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer change) {}

  record RecentProject(int id, String name, String status, Instant createdAt, int taskCount) {}

  /** A team lead's figures over those of their projects that are active or on hold. */
  record TeamLeadKpis(
      int inReviewTasks, int dueSoonTasks, int overdueNotCompleteTasks, int currentProjects) {}
}
