package dev.devsync.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Where migrations run: without the time limits of requests, because an index on a large table
 * takes as long as it takes; all in one transaction; and one server at a time.
 */
final class MigrationConnections extends AbstractDataSource {

  private static final long LOCK = 0x44657653796e63L;

  private final DirectConnections connections;

  MigrationConnections(DirectConnections connections) {
    this.connections = connections;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = connections.open();
    try (Statement statement = connection.createStatement()) {
      // Held until the connection is closed; servers that start together wait here.
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
    return OneTransaction.over(connection);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }
}
