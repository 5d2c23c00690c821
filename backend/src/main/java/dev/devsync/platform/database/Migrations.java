package dev.devsync.platform.database;

import java.sql.Connection;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;

/** Brings the database up to date when the server starts: completely, or not at all. */
final class Migrations extends SpringLiquibase {

  Migrations(MigrationConnections connections) {
    setDataSource(connections);
    setChangeLog("classpath:db/changelog/db.changelog-master.yaml");
    setDefaultSchema("public");
    setLiquibaseSchema("ops");
  }

  @Override
  protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
    try {
      super.performUpdate(liquibase);
    } catch (LiquibaseException | RuntimeException failure) {
      JdbcConnection connection = (JdbcConnection) liquibase.getDatabase().getConnection();
      Connection underlying = connection.getUnderlyingConnection();
      OneTransaction.undo(underlying);
      throw failure;
    }
  }
}
