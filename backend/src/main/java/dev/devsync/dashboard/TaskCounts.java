package dev.devsync.dashboard;

/**
 * How many tasks of a scope there are. Tasks in states of former times count only in the total.
 *
 * @param done complete ones, be they called done or completed
 * @param averageProgress percent, rounded; 0 without tasks
 */
record TaskCounts(
    int total,
    int backlog,
    int todo,
    int inProgress,
    int review,
    int done,
    int dueSoon,
    int overdue,
    int averageProgress) {

  int open() {
    return total - done;
  }
}
