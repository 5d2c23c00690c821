package dev.devsync.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a run of retention went.
 *
 * @param error only if it failed
 */
record RetentionAnswer(
    String message,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error,
    RetentionResult result) {

  static RetentionAnswer completed(Retention.Deleted deleted) {
    return new RetentionAnswer(
        "Retention cleanup completed",
        null,
        new RetentionResult(deleted.auditLogs(), deleted.projects()));
  }

  static RetentionAnswer failed() {
    return new RetentionAnswer(
        "Retention cleanup failed", "An unexpected error occurred", new RetentionResult(0, 0));
  }

  record RetentionResult(int auditLogsDeleted, int projectsDeleted) {}
}
