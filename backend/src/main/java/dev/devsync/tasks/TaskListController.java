package dev.devsync.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Conditional;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.Query;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of tasks: streamed whole, or page by page when a page is asked for. Clients are spared what they hold already. */
@RestController
@RequestMapping("/api/v1")
class TaskListController {

  private final TaskLists lists;
  private final Conditional conditional;

  TaskListController(TaskLists lists, Conditional conditional) {
    this.lists = lists;
    this.conditional = conditional;
  }

  @GetMapping("/tasks")
  @Requires(Right.VIEW_TASK)
  @Answers(TaskList.class)
  @Answers(value = Void.class, status = 304)
  ResponseEntity<Object> tasks(
      @Query(TaskQuery.Documented.class) @RequestParam MultiValueMap<String, String> parameters, Caller caller) {
    TaskQuery query = TaskQuery.read(parameters);
    return answer(query, caller, () -> lists.visible(query, caller));
  }

  @GetMapping("/projects/{id:\\d+}/tasks")
  @Requires(Right.VIEW_PROJECT)
  @Answers(TaskList.class)
  @Answers(value = Void.class, status = 304)
  ResponseEntity<Object> projectTasks(
      @PathVariable int id,
      @Query(TaskQuery.Documented.class) @RequestParam MultiValueMap<String, String> parameters,
      Caller caller) {
    TaskQuery query = TaskQuery.read(parameters);
    return answer(query, caller, () -> lists.ofProject(id, query, caller));
  }

  /** What is overdue changes with time alone, so a tag would hold for too long. */
  private ResponseEntity<Object> answer(TaskQuery query, Caller caller, Supplier<Object> list) {
    return query.overdue() ? ResponseEntity.ok(list.get()) : conditional.answer(caller, list);
  }

  /** The shape of the answers; there is no pagination when all tasks are listed. */
  record TaskList(
      List<TaskItem> tasks, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pagination pagination) {}
}
