package dev.devsync.platform.operations;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database still has every migration this server started with. It loses some when an
 * older backup is restored under a running server.
 */
@Component("migrations")
@DependsOnDatabaseInitialization
class MigrationsHealth extends AbstractHealthIndicator {

  private final JdbcClient jdbc;
  private final long atStart;

  MigrationsHealth(DataSource dataSource) {
    super("The migrations could not be counted");
    this.jdbc = JdbcClient.create(dataSource);
    this.atStart = applied();
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    if (applied() >= atStart) {
      builder.up();
    } else {
      builder.outOfService();
    }
  }

  private long applied() {
    return jdbc.sql("SELECT count(*) FROM ops.databasechangelog").query(Long.class).single();
  }
}
