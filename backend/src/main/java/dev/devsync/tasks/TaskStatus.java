package dev.devsync.tasks;

import java.util.List;
import java.util.Set;

/** The states of tasks (contract, domain section 2.2), kept as text because historic values are returned as stored. */
public final class TaskStatus {

  public static final List<String> ON_CREATION = List.of("backlog", "todo", "in_progress", "review", "done");
  public static final List<String> ON_UPDATE =
      List.of("backlog", "todo", "in_progress", "review", "done", "completed");

  /** SQL for "is complete", for a column {@code status}. */
  public static final String COMPLETE_SQL = "status IN ('done', 'completed')";

  /** SQL for "can be overdue": neither complete nor waiting for review. */
  public static final String CAN_BE_OVERDUE_SQL = "status NOT IN ('done', 'completed', 'review', 'in_review')";

  private static final Set<String> COMPLETE = Set.of("done", "completed");

  private TaskStatus() {}

  public static boolean isComplete(String status) {
    return COMPLETE.contains(status);
  }
}
