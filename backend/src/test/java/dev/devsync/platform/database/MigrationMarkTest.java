package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A start looks for the mark of the start before, and runs Liquibase unless it finds it. */
class MigrationMarkTest {

  private static final String NEWEST =
      " WHERE orderexecuted = (SELECT max(orderexecuted) FROM ops.databasechangelog)";
  private static final MigrationMark MARK =
      MigrationMark.of("db/changelog/", "db/changelog/db.changelog-master.yaml");

  private ScratchDatabase database;
  private HikariDataSource pool;

  @BeforeEach
  void startOnce() throws Exception {
    database = ScratchDatabase.empty();
    pool = new HikariDataSource();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername("postgres");
    pool.setMaximumPoolSize(1);
    start();
  }

  @AfterEach
  void close() throws Exception {
    pool.close();
    database.close();
  }

  private void start() throws LiquibaseException {
    new Migrations(new DirectConnections(pool)).afterPropertiesSet();
  }

  private boolean isMarked() throws SQLException {
    try (var connection = pool.getConnection()) {
      return MARK.isOn(connection);
    }
  }

  /** Only Liquibase sets the checksum again that this takes away. */
  private boolean liquibaseRuns() throws Exception {
    database.run("UPDATE ops.databasechangelog SET md5sum = NULL WHERE orderexecuted = 1");
    start();
    return database.value("SELECT md5sum FROM ops.databasechangelog WHERE orderexecuted = 1")
        != null;
  }

  @Test
  void aMigratedDatabaseIsMarkedAndLeftAloneAtTheNextStart() throws Exception {
    assertThat(isMarked()).isTrue();
    assertThat(liquibaseRuns()).isFalse();
  }

  @Test
  void anEmptyDatabaseIsNotMarked() throws Exception {
    try (var empty = ScratchDatabase.empty();
        var connection = empty.dataSource().getConnection()) {
      assertThat(MARK.isOn(connection)).isFalse();
    }
  }

  @Test
  void aChangeSetThatIsTakenBackRunsAgain() throws Exception {
    database.run("DELETE FROM ops.databasechangelog" + NEWEST);
    database.run("UPDATE ops.databasechangelog SET tag = '" + MARK.fingerprint() + "/99'" + NEWEST);
    assertThat(isMarked()).isFalse();
  }

  @Test
  void aDatabaseMarkedByAnotherVersionIsLookedAtByLiquibaseAndMarkedAnew() throws Exception {
    database.run("UPDATE ops.databasechangelog SET tag = 'of another version/49'" + NEWEST);
    assertThat(liquibaseRuns()).isTrue();
    assertThat(isMarked()).isTrue();
    assertThat(liquibaseRuns()).isFalse();
  }

  @Test
  void everyFileOfTheChangeLogCounts() {
    var one = MigrationMark.of("changelogs/one/", "changelogs/one/master.yaml");
    var other = MigrationMark.of("changelogs/other/", "changelogs/other/master.yaml");
    assertThat(one).isNotEqualTo(other);
    assertThat(MigrationMark.of("changelogs/one/", "changelogs/one/master.yaml")).isEqualTo(one);
  }
}
