package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

  private final TaskReading reading;
  private final TaskWriting writing;
  private final BulkChanges bulk;

  TaskController(TaskReading reading, TaskWriting writing, BulkChanges bulk) {
    this.reading = reading;
    this.writing = writing;
    this.bulk = bulk;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Right.CREATE_TASK)
  TaskChanged createTask(@Body(NewTask.Documented.class) JsonBody body, Caller caller) {
    return new TaskChanged("Task created successfully", writing.create(NewTask.read(body), caller));
  }

  @GetMapping("/{id:\\d+}")
  @Requires(Right.VIEW_TASK)
  TaskAnswer task(@PathVariable int id, Caller caller) {
    return new TaskAnswer(reading.detail(id, caller));
  }

  @PutMapping("/{id:\\d+}")
  @Requires(Right.UPDATE_TASK)
  @Answers(TaskChanged.class)
  @Answers(value = TaskConflict.class, status = 409)
  TaskChanged updateTask(
      @PathVariable int id, @Body(TaskPatch.Documented.class) JsonBody body, Caller caller) {
    return new TaskChanged("Task updated successfully", writing.update(id, body, caller));
  }

  @DeleteMapping("/{id:\\d+}")
  @Requires(Right.DELETE_TASK)
  Message deleteTask(@PathVariable int id, Caller caller) {
    writing.delete(id, caller);
    return new Message("Task deleted successfully");
  }

  @PatchMapping("/bulk")
  @Requires(Right.UPDATE_TASK)
  BulkChanges.BulkResults changeTasks(@Body(BulkPatch.Documented.class) JsonBody body, Caller caller) {
    return bulk.apply(BulkPatch.read(body), caller);
  }

  @GetMapping("/{id:\\d+}/history")
  @Requires(Right.VIEW_TASK)
  TaskHistory taskHistory(
      @PathVariable int id,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "per_page", required = false) @Nullable String perPage,
      Caller caller) {
    return reading.history(id, TaskHistory.paging(page, perPage), caller);
  }

  record TaskAnswer(TaskDetail task) {}

  record TaskChanged(String message, TaskItem task) {}

  /** A refused change of an older version, with the task as it is now. */
  record TaskConflict(String message, TaskItem task) {}
}
