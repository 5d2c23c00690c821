package dev.devsync.dashboard;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Shared;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The four dashboards. */
@RestController
@RequestMapping("/api/v1")
class DashboardController {

  private final Dashboards dashboards;

  DashboardController(Dashboards dashboards) {
    this.dashboards = dashboards;
  }

  @GetMapping("/dashboard")
  @Requires(Right.USE_OWN_ACCOUNT)
  @Answers(PersonalDashboard.class)
  @Answers(value = DashboardFailure.class, status = 500)
  Shared<PersonalDashboard> personalDashboard(Caller caller) {
    return Loading.of(() -> dashboards.personal(caller));
  }

  @GetMapping("/dashboard/client")
  @Requires(Right.VIEW_MEMBER_DASHBOARD)
  @Answers(MemberDashboard.class)
  @Answers(value = DashboardFailure.class, status = 500)
  Shared<MemberDashboard> memberDashboard(Caller caller) {
    return Loading.of(() -> dashboards.member(caller));
  }

  @GetMapping("/dashboard/admin")
  @Requires(Right.VIEW_MANAGEMENT_DASHBOARD)
  @Answers(ManagementDashboard.class)
  @Answers(value = DashboardFailure.class, status = 500)
  Shared<ManagementDashboard> managementDashboard(
      @RequestParam(required = false) @Nullable String timeRange, Caller caller) {
    return Loading.of(() -> dashboards.management(timeRange, caller));
  }

  @GetMapping("/dashboard/projects/{id:\\d+}")
  @Requires(Right.VIEW_PROJECT)
  @Answers(ProjectDashboard.class)
  @Answers(value = DashboardFailure.class, status = 500)
  Shared<ProjectDashboard> projectDashboard(@PathVariable int id, Caller caller) {
    return Loading.of(() -> dashboards.project(id, caller));
  }
}
