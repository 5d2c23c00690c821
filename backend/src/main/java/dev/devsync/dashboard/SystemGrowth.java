package dev.devsync.dashboard;

import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares the system with what it was, as far as its present rows tell. */
@Repository
class SystemGrowth {

  private static final String QUERY =
      "SELECT (SELECT count(*) FROM projects) AS projects_now,"
          + " (SELECT count(*) FROM projects p WHERE p.created_at < :start) AS projects_then,"
          + " (SELECT count(*) FROM users) AS users_now,"
          + " (SELECT count(*) FROM users u WHERE u.created_at IS NULL OR u.created_at < :start) AS users_then";

  private final JdbcClient jdbc;

  SystemGrowth(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Growth since(Instant start) {
    return jdbc.sql(QUERY).param("start", Instants.column(start)).query(SystemGrowth::map).single();
  }

  private static Growth map(ResultSet row, int number) throws SQLException {
    return new Growth(
        Growth.percent(row.getLong("projects_then"), row.getLong("projects_now")),
        Growth.percent(row.getLong("users_then"), row.getLong("users_now")));
  }
}
