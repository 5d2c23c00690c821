package dev.devsync.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of tasks: streamed whole, or page by page when a page is asked for. */
@RestController
@RequestMapping("/api/v1")
class TaskListController {

  private final TaskLists lists;

  TaskListController(TaskLists lists) {
    this.lists = lists;
  }

  @GetMapping("/tasks")
  @Requires(Right.VIEW_TASK)
  Object tasks(@RequestParam MultiValueMap<String, String> query, Caller caller) {
    return lists.visible(TaskQuery.read(query), caller);
  }

  @GetMapping("/projects/{id:\\d+}/tasks")
  @Requires(Right.VIEW_PROJECT)
  Object projectTasks(
      @PathVariable int id, @RequestParam MultiValueMap<String, String> query, Caller caller) {
    return lists.ofProject(id, TaskQuery.read(query), caller);
  }

  /** The shape of the answers; there is no pagination when all tasks are listed. */
  record TaskList(
      List<TaskItem> tasks, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pagination pagination) {}
}
