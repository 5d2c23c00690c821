package dev.devsync.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the database up to date when the server starts: completely, or not at all. */
final class Migrations extends SpringLiquibase {

  private static final Logger log = LoggerFactory.getLogger(Migrations.class);
  private static final String FOLDER = "db/changelog/";
  private static final String MASTER = FOLDER + "db.changelog-master.yaml";

  private final DirectConnections connections;
  private final MigrationMark mark = MigrationMark.of(FOLDER, MASTER);

  Migrations(DirectConnections connections) {
    this.connections = connections;
    setDataSource(new MigrationConnections(connections));
    setChangeLog("classpath:" + MASTER);
    setDefaultSchema("public");
    setLiquibaseSchema("ops");
  }

  /** Liquibase takes longer to find that there is nothing to do than the rest of the database. */
  @Override
  public void afterPropertiesSet() throws LiquibaseException {
    if (isDone()) {
      log.debug("The database carries the mark of these migrations");
      return;
    }
    createOwnSchema();
    super.afterPropertiesSet();
  }

  @Override
  protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
    Connection underlying =
        ((JdbcConnection) liquibase.getDatabase().getConnection()).getUnderlyingConnection();
    try {
      super.performUpdate(liquibase);
      mark.leaveOn(underlying);
      // Closing begins with taking back what was not committed.
      underlying.commit();
    } catch (SQLException failure) {
      OneTransaction.undo(underlying);
      throw new DatabaseException(failure);
    } catch (LiquibaseException | RuntimeException failure) {
      OneTransaction.undo(underlying);
      throw failure;
    }
  }

  private boolean isDone() throws DatabaseException {
    try (Connection connection = connections.open()) {
      return mark.isOn(connection);
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }

  /** Liquibase looks for its own tables there. */
  private void createOwnSchema() throws DatabaseException {
    try (Connection connection = getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS ops");
    } catch (SQLException failure) {
      throw new DatabaseException(failure);
    }
  }
}
