package dev.devsync.dashboard;

/**
 * Which tasks a figure is about.
 *
 * @param condition SQL that holds for a task {@code t} in the scope
 * @param subject the user or project that the condition calls {@code :subject}
 */
record TaskScope(String condition, int subject) {

  /** SQL for the ids of the projects which the user {@code :subject} belongs to or created. */
  static final String OWN_PROJECTS =
      "SELECT m.project_id FROM project_members m WHERE m.user_id = :subject"
          + " UNION SELECT o.id FROM projects o WHERE o.created_by = :subject";

  private static final String ASSIGNED = "t.assigned_to = :subject";

  // As an array, the ids are found first and the tasks then by index.
  private static final String IN_OWN_PROJECTS = "t.project_id = ANY (ARRAY(" + OWN_PROJECTS + "))";

  static TaskScope assignedTo(int user) {
    return new TaskScope(ASSIGNED, user);
  }

  /** Tasks of the projects a user belongs to or created. */
  static TaskScope inProjectsOf(int user) {
    return new TaskScope(IN_OWN_PROJECTS, user);
  }

  /**
   * What a team lead looks after: the tasks of their projects, and what is assigned to them
   * elsewhere.
   */
  static TaskScope ledBy(int user) {
    return new TaskScope("(" + ASSIGNED + " OR " + IN_OWN_PROJECTS + ")", user);
  }

  /** Tasks of those of a user's projects that are going on or paused. */
  static TaskScope inCurrentProjectsOf(int user) {
    return new TaskScope(
        "t.project_id = ANY (ARRAY(SELECT p.id FROM projects p WHERE p.status IN ('active', 'on_hold')"
            + " AND p.id IN ("
            + OWN_PROJECTS
            + ")))",
        user);
  }

  static TaskScope inProjectsCreatedBy(int user) {
    return new TaskScope(
        "t.project_id = ANY (ARRAY(SELECT p.id FROM projects p WHERE p.created_by = :subject))",
        user);
  }

  static TaskScope inProject(int project) {
    return new TaskScope("t.project_id = :subject", project);
  }
}
