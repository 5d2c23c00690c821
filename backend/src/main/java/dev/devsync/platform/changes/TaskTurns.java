package dev.devsync.platform.changes;

/**
 * Lets transactions that change the same task take turns from their beginning. The outbox is read
 * in the order of transaction ids, and PostgreSQL gives one out as soon as a transaction writes or
 * locks any row; so a transaction must have its turn before that, or it might be told of before
 * others that changed the task earlier. Waiting for an advisory lock takes no id.
 */
public final class TaskTurns {

  /** Apart from other advisory locks. */
  private static final int CLASS = 7_001;

  /** Many tasks share a lock, so that a change of very many does not need as many locks. */
  private static final int MOST_LOCKS = 1_024;

  private TaskTurns() {}

  /**
   * A statement that waits for the turn of some tasks, always in the same order.
   *
   * @param ids a query that selects the column {@code id} of these tasks
   */
  public static String taking(String ids) {
    return "SELECT pg_advisory_xact_lock(%d, number)::text AS taken FROM (SELECT DISTINCT id %% %d AS number FROM (%s) AS chosen ORDER BY number) AS locks"
        .formatted(CLASS, MOST_LOCKS, ids);
  }
}
