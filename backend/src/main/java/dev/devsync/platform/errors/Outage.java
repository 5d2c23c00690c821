package dev.devsync.platform.errors;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away from a statement that is wrong. */
public final class Outage {

  private Outage() {}

  /**
   * Whether some cause of the failure is a lost, refused or timed-out connection, a server going
   * down, or two changes that waited for each other: things that pass when the request is made
   * again. A transaction that cannot even be rolled back tells what had happened before.
   */
  public static boolean isBehind(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLException sql && isConnectionState(sql.getSQLState())
          || cause instanceof TransactionSystemException end
              && isBehind(end.getApplicationException())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Class 08 is a connection failure, 40 a rollback, 53 insufficient resources, 57P a server going
   * down or up.
   */
  private static boolean isConnectionState(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("40")
            || state.startsWith("53")
            || state.startsWith("57P"));
  }
}
