package dev.devsync.platform.database;

import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what a failed migration left behind, which is nothing, and what to do. */
class MigrationFailedAnalyzer extends AbstractFailureAnalyzer<LiquibaseException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, LiquibaseException failure) {
    return new FailureAnalysis(
        "The database could not be migrated: " + reason(failure),
        "Nothing was changed: the database is as it was, and the version that ran before runs on it."
            + " Put right what the message names and start again; see docs/operations/upgrade.md.",
        failure);
  }

  private static String reason(Throwable failure) {
    String reason = String.valueOf(failure.getMessage());
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        reason = String.valueOf(refused.getMessage());
      }
    }
    return reason;
  }
}
