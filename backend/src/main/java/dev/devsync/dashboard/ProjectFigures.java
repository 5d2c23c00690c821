package dev.devsync.dashboard;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.time.Instants;
import dev.devsync.tasks.TaskStatus;
import dev.devsync.users.Member;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads projects and the people in the system, each time with one statement. */
@Repository
class ProjectFigures {

  private final JdbcClient jdbc;

  ProjectFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<PersonalDashboard.OwnProject> memberships(int user) {
    return jdbc.sql(
            "SELECT p.id, p.name, p.status FROM projects p JOIN project_members m ON m.project_id = p.id"
                + " WHERE m.user_id = :user ORDER BY p.id")
        .param("user", user)
        .query(PersonalDashboard.OwnProject.class)
        .list();
  }

  /** The projects a user belongs to or created, with their progress. */
  List<MemberDashboard.ProjectProgress> progress(int user) {
    return jdbc.sql(
            "SELECT p.id, p.name, p.status, c.total AS task_count,"
                + " coalesce(round(100.0 * c.complete / nullif(c.total, 0)), 0)::int AS completion_percentage"
                + " FROM projects p CROSS JOIN LATERAL (SELECT count(*) AS total, count(*) FILTER (WHERE t."
                + TaskStatus.COMPLETE_SQL
                + ") AS complete FROM tasks t WHERE t.project_id = p.id) c"
                + " WHERE p.id IN ("
                + TaskScope.OWN_PROJECTS
                + ") ORDER BY p.id")
        .param("subject", user)
        .query(MemberDashboard.ProjectProgress.class)
        .list();
  }

  /** The three projects that changed last. */
  List<ManagementDashboard.RecentProject> recent() {
    return jdbc.sql(
            "SELECT p.id, p.name, p.status, p.created_at,"
                + " (SELECT count(*) FROM tasks t WHERE t.project_id = p.id) AS task_count"
                + " FROM projects p ORDER BY p.updated_at DESC, p.id DESC LIMIT 3")
        .query(
            (row, number) ->
                new ManagementDashboard.RecentProject(
                    row.getInt("id"),
                    row.getString("name"),
                    row.getString("status"),
                    Instants.required(row, "created_at"),
                    row.getInt("task_count")))
        .list();
  }

  int count() {
    return jdbc.sql("SELECT count(*) FROM projects").query(Integer.class).single();
  }

  ManagementDashboard.Accounts accounts(@Nullable Integer change) {
    return jdbc.sql(
            "SELECT count(*) AS total, count(*) FILTER (WHERE role = 'admin') AS admin,"
                + " count(*) FILTER (WHERE role = 'team_lead') AS team_lead,"
                + " count(*) FILTER (WHERE role = 'developer') AS developer FROM users")
        .query(
            (row, number) ->
                new ManagementDashboard.Accounts(
                    row.getInt("total"),
                    row.getInt("admin"),
                    row.getInt("team_lead"),
                    row.getInt("developer"),
                    change))
        .single();
  }

  /** The project with its completion in percent; empty if it has gone meanwhile. */
  Optional<ProjectDashboard.ProjectHead> head(int project, TaskCounts counts) {
    double completion = counts.total() == 0 ? 0 : 100.0 * counts.done() / counts.total();
    return jdbc.sql("SELECT id, name, description, status FROM projects WHERE id = :id")
        .param("id", project)
        .query(
            (row, number) ->
                new ProjectDashboard.ProjectHead(
                    row.getInt("id"),
                    row.getString("name"),
                    row.getString("description"),
                    row.getString("status"),
                    completion))
        .optional();
  }

  List<Member> members(int project) {
    return jdbc.sql(
            "SELECT u.id, u.name, u.role FROM users u JOIN project_members m ON m.user_id = u.id"
                + " WHERE m.project_id = :project ORDER BY u.id")
        .param("project", project)
        .query(
            (row, number) ->
                new Member(
                    row.getInt("id"),
                    row.getString("name"),
                    Role.named(row.getString("role")).orElseThrow()))
        .list();
  }
}
