package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.errors.ApiException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Makes the same change to many tasks, each in a transaction of its own, so that one refusal stops no other. */
@Service
class BulkChanges {

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
    return new BulkResults(wanted.ids().stream().map(id -> change(id, wanted.patch(), caller)).toList());
  }

  private BulkResult change(int id, TaskPatch patch, Caller caller) {
    try {
      TaskItem task = writing.update(id, patch, caller);
      return new BulkResult(id, HttpStatus.OK.value(), "Task updated successfully", task);
    } catch (ApiException refusal) {
      return new BulkResult(id, refusal.status().value(), String.valueOf(refusal.getMessage()), null);
    }
  }
}
