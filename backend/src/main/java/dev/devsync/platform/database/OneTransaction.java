package dev.devsync.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which everything up to its closing is one transaction: what its user takes for
 * commits are savepoints. Liquibase commits each changeset, and a failure would leave a schema
 * between two versions.
 */
final class OneTransaction implements InvocationHandler {

  private final Connection connection;
  private boolean autoCommit = true;
  private boolean undone;
  private @Nullable Savepoint committed;

  private OneTransaction(Connection connection) {
    this.connection = connection;
  }

  static Connection over(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new OneTransaction(connection));
  }

  /** Lets the closing of a connection made here undo everything. */
  static void undo(Connection connection) {
    ((OneTransaction) Proxy.getInvocationHandler(connection)).undone = true;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "setAutoCommit" -> autoCommit = arguments != null && Boolean.TRUE.equals(arguments[0]);
      case "getAutoCommit" -> {
        return autoCommit;
      }
      case "commit" -> commit();
      case "rollback" -> rollback();
      case "close" -> close();
      default -> {
        return onConnection(method, arguments);
      }
    }
    return null;
  }

  private void commit() throws SQLException {
    if (committed != null) {
      connection.releaseSavepoint(committed);
    }
    committed = connection.setSavepoint();
  }

  private void rollback() throws SQLException {
    if (committed == null) {
      connection.rollback();
    } else {
      connection.rollback(committed);
    }
  }

  private void close() throws SQLException {
    try (connection) {
      if (undone) {
        connection.rollback();
      } else if (!connection.isClosed()) {
        connection.commit();
      }
    }
  }

  private @Nullable Object onConnection(Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause() == null ? failure : failure.getCause();
    }
  }
}
