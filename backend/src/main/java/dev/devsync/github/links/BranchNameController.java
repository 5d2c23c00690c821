package dev.devsync.github.links;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a branch for a task could be called. */
@RestController
class BranchNameController {

  private final BranchNames names;

  BranchNameController(BranchNames names) {
    this.names = names;
  }

  @GetMapping({
    "/api/v1/tasks/{taskId:\\d+}/github/branch-name",
    "/api/v1/github/tasks/{taskId:\\d+}/github/branch-name"
  })
  @Requires(Right.VIEW_TASK)
  BranchName suggestBranchName(@PathVariable int taskId, Caller caller) {
    return new BranchName(names.suggest(taskId, caller));
  }

  record BranchName(String branchName) {}
}
