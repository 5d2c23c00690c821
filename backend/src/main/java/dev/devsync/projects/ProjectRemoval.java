package dev.devsync.projects;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Deletes completed projects whose time is up, with everything that belongs to them. */
@Repository
public class ProjectRemoval {

  private final JdbcClient jdbc;
  private final ChangeLog changes;

  ProjectRemoval(JdbcClient jdbc, ChangeLog changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** The ids of completed projects that have not changed since. */
  public List<Integer> completedBefore(Instant before) {
    return jdbc.sql("SELECT id FROM projects WHERE status = 'completed' AND updated_at < :before ORDER BY id")
        .param("before", Instants.column(before))
        .query(Integer.class)
        .list();
  }

  /** Deletes the project, in one transaction; false if it is gone or no longer completed. */
  @Transactional
  public boolean deleteExpired(int projectId, Actor actor) {
    ProjectFacts project =
        jdbc.sql("SELECT id, name, status, created_by FROM projects WHERE id = ? AND status = 'completed' FOR UPDATE")
            .param(projectId)
            .query((row, n) -> new ProjectFacts(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4), List.of()))
            .optional()
            .orElse(null);
    if (project == null) {
      return false;
    }
    jdbc.sql("DELETE FROM notifications WHERE task_id IN (SELECT id FROM tasks WHERE project_id = ?)").param(projectId).update();
    jdbc.sql("DELETE FROM tasks WHERE project_id = ?").param(projectId).update();
    jdbc.sql("DELETE FROM projects WHERE id = ?").param(projectId).update();
    changes.record(
        actor,
        new ProjectDeleted(project, true),
        AuditEntry.of("project_deleted", "project", projectId, Map.of("name", project.name(), "reason", "retention")));
    return true;
  }
}
