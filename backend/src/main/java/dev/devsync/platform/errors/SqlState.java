package dev.devsync.platform.errors;

import java.sql.SQLException;
import org.springframework.core.NestedExceptionUtils;

/** What the database says of a failure, in the codes of the SQL standard. */
final class SqlState {

  /** The class of codes that say that a key, a reference or a check does not allow the change. */
  static final String CONSTRAINT_VIOLATION = "23";

  private SqlState() {}

  /** The code of the failure's root cause; empty if that is not the database's. */
  static String of(Throwable failure) {
    return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
            && sql.getSQLState() != null
        ? sql.getSQLState()
        : "";
  }
}
