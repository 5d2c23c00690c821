package dev.devsync.projects;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Conditional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {

  private final ProjectLists lists;
  private final ProjectWriting writing;
  private final Conditional conditional;

  ProjectController(ProjectLists lists, ProjectWriting writing, Conditional conditional) {
    this.lists = lists;
    this.writing = writing;
    this.conditional = conditional;
  }

  @GetMapping
  @Answers(ProjectList.class)
  @Answers(value = Void.class, status = 304)
  @Requires(Right.LIST_PROJECTS)
  ResponseEntity<Object> projects(@RequestParam(required = false) @Nullable String status, Caller caller) {
    return conditional.answer(caller, () -> lists.list(status, caller));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Right.CHANGE_PROJECTS)
  ProjectChanged createProject(@Body(NewProject.Documented.class) JsonBody body, Caller caller) {
    return new ProjectChanged("Project created successfully", writing.create(NewProject.read(body), caller));
  }

  @GetMapping("/{id:\\d+}")
  @Requires(Right.VIEW_PROJECT)
  ProjectAnswer project(@PathVariable int id, Caller caller) {
    return new ProjectAnswer(lists.find(id, caller));
  }

  @PutMapping("/{id:\\d+}")
  @Requires(Right.CHANGE_PROJECTS)
  @Answers(ProjectChanged.class)
  @Answers(value = ProjectConflict.class, status = 409)
  ProjectChanged updateProject(
      @PathVariable int id, @Body(ProjectChanges.Documented.class) JsonBody body, Caller caller) {
    return new ProjectChanged(
        "Project updated successfully", writing.update(id, ProjectChanges.read(body), caller));
  }

  @DeleteMapping("/{id:\\d+}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Right.CHANGE_PROJECTS)
  void deleteProject(@PathVariable int id, Caller caller) {
    writing.delete(id, caller);
  }

  /** The shape of the list, which is streamed. */
  record ProjectList(List<ProjectItem> projects) {}

  record ProjectAnswer(ProjectItem project) {}

  record ProjectChanged(String message, ProjectItem project) {}

  /** A refused change of an older version, with the project as it is now. */
  record ProjectConflict(String message, ProjectItem project) {}
}
