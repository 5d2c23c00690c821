package dev.devsync.dashboard;

import dev.devsync.platform.time.Instants;
import dev.devsync.tasks.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;

/**
 * What "due soon" and "overdue" mean at a moment (contract, conventions section 4.3 and domain
 * section 7.4).
 */
record Deadlines(Instant now) {

  /**
   * SQL that holds for a task {@code t} that is due between today and a week from today, and not
   * complete.
   */
  static final String DUE_SOON =
      "(t.deadline BETWEEN :today AND :horizon AND NOT t." + TaskStatus.COMPLETE_SQL + ")";

  /** The same for a task whose deadline has passed and that nobody can call finished. */
  static final String OVERDUE = "(t.deadline < :now AND t." + TaskStatus.CAN_BE_OVERDUE_SQL + ")";

  private static final Duration AHEAD = Duration.ofDays(7);

  /** The parameters of the conditions, and the scope's subject. */
  Map<String, Object> with(TaskScope scope) {
    Instant today = Instants.startOfDay(now);
    return Map.of(
        "subject",
        scope.subject(),
        "now",
        column(now),
        "today",
        column(today),
        "horizon",
        column(today.plus(AHEAD)));
  }

  private static LocalDateTime column(Instant instant) {
    return Objects.requireNonNull(Instants.column(instant));
  }
}
