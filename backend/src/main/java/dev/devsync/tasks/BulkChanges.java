package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.errors.ApiException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Makes the same change to many tasks, each in a transaction of its own, so that one refusal stops
 * no other.
 */
@Service
class BulkChanges {

  private static final Logger log = LoggerFactory.getLogger(BulkChanges.class);

  private final TaskWriting writing;

  BulkChanges(TaskWriting writing) {
    this.writing = writing;
  }

  /** What became of each task, in the order asked for. */
  record BulkResults(List<BulkResult> results) {}

  /**
   * What became of one task.
   *
   * @param status the HTTP status that the change of this task alone would have had
   * @param task as it is now; null if the change was refused
   */
  record BulkResult(int id, int status, String message, @Nullable TaskItem task) {}

  BulkResults apply(BulkPatch wanted, Caller caller) {
    List<BulkResult> results = new ArrayList<>();
    for (int id : wanted.ids()) {
      try {
        results.add(change(id, wanted.patch(), caller));
      } catch (DataAccessException | TransactionException failure) {
        if (results.isEmpty()) {
          throw failure;
        }
        // What was changed before stays changed, and must be told.
        log.warn("A bulk change stopped at task {}", id, failure);
        break;
      }
    }
    wanted.ids().stream().skip(results.size()).map(BulkChanges::untouched).forEach(results::add);
    return new BulkResults(results);
  }

  private static BulkResult untouched(int id) {
    return new BulkResult(
        id,
        HttpStatus.SERVICE_UNAVAILABLE.value(),
        "The service is temporarily unavailable. Please try again.",
        null);
  }

  private BulkResult change(int id, TaskPatch patch, Caller caller) {
    try {
      TaskItem task = writing.update(id, patch, caller);
      return new BulkResult(id, HttpStatus.OK.value(), "Task updated successfully", task);
    } catch (ApiException refusal) {
      return new BulkResult(
          id, refusal.status().value(), String.valueOf(refusal.getMessage()), null);
    }
  }
}
