package dev.devsync.admin;

/** How much there is in the system. */
record SystemStats(UserTotals users, ProjectTotals projects, TaskTotals tasks) {

  record UserTotals(int total, int admins, int teamLeads, int developers) {}

  record ProjectTotals(int total, int active, int completed, int onHold, int cancelled) {}

  /**
   * Tasks by state.
   *
   * @param total includes tasks in states of former times
   * @param done complete ones, be they called done or completed
   */
  record TaskTotals(int total, int backlog, int todo, int inProgress, int review, int done) {}
}
