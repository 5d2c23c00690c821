package dev.devsync.admin;

import dev.devsync.tasks.TaskStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts users, projects and tasks, with one statement each. */
@Repository
class SystemStatsRepository {

  private final JdbcClient jdbc;

  SystemStatsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  SystemStats.UserTotals users() {
    return jdbc.sql(
            "SELECT count(*) AS total, count(*) FILTER (WHERE role = 'admin') AS admins,"
                + " count(*) FILTER (WHERE role = 'team_lead') AS team_leads,"
                + " count(*) FILTER (WHERE role = 'developer') AS developers FROM users")
        .query(SystemStats.UserTotals.class)
        .single();
  }

  SystemStats.ProjectTotals projects() {
    return jdbc.sql(
            "SELECT count(*) AS total, count(*) FILTER (WHERE status = 'active') AS active,"
                + " count(*) FILTER (WHERE status = 'completed') AS completed,"
                + " count(*) FILTER (WHERE status = 'on_hold') AS on_hold,"
                + " count(*) FILTER (WHERE status = 'cancelled') AS cancelled FROM projects")
        .query(SystemStats.ProjectTotals.class)
        .single();
  }

  SystemStats.TaskTotals tasks() {
    return jdbc.sql(
            "SELECT count(*) AS total, count(*) FILTER (WHERE status = 'backlog') AS backlog,"
                + " count(*) FILTER (WHERE status = 'todo') AS todo,"
                + " count(*) FILTER (WHERE status = 'in_progress') AS in_progress,"
                + " count(*) FILTER (WHERE status = 'review') AS review,"
                + " count(*) FILTER (WHERE "
                + TaskStatus.COMPLETE_SQL
                + ") AS done FROM tasks")
        .query(SystemStats.TaskTotals.class)
        .single();
  }
}
