package dev.devsync.platform.database;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says at start how many odd values of an earlier database were changed, as long as somebody has
 * not cleared the notes. The notes themselves name people and stay in the database.
 */
@Component
@ConditionalOnWebApplication
@DependsOnDatabaseInitialization
class MigrationReport {

  private static final Logger log = LoggerFactory.getLogger(MigrationReport.class);

  private final JdbcClient jdbc;

  MigrationReport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener(ApplicationReadyEvent.class)
  void report() {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.sql("SELECT subject, count(*) AS notes FROM ops.migration_notes GROUP BY subject")
        .query(
            row -> {
              counts.put(row.getString("subject"), row.getLong("notes"));
            });
    if (!counts.isEmpty()) {
      log.info(
          "Odd values of the earlier database were changed or kept: {}."
              + " Read ops.migration_notes, then empty it.",
          counts);
    }
  }
}
