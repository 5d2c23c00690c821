package dev.devsync.github.links;

import dev.devsync.github.GithubUnavailable;
import dev.devsync.github.Integration;
import dev.devsync.github.links.IssueCreation.IssueCreated;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Message;
import dev.devsync.platform.web.Refuses;
import dev.devsync.tasks.GithubLink;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The links of a task. The second path is the one that repository pages use. */
@RestController
@RequestMapping({"/api/v1/tasks/{taskId:\\d+}/github", "/api/v1/github/tasks/{taskId:\\d+}/github"})
class LinkController {

  private final TaskLinks links;
  private final IssueCreation issues;
  private final Integration integration;

  LinkController(TaskLinks links, IssueCreation issues, Integration integration) {
    this.links = links;
    this.issues = issues;
    this.integration = integration;
  }

  @GetMapping
  @Requires(Right.VIEW_TASK)
  LinkList listTaskLinks(@PathVariable int taskId, Caller caller) {
    return new LinkList(links.of(taskId, caller));
  }

  @PostMapping
  @Requires(Right.UPDATE_TASK)
  @Answers(value = GithubUnavailable.class, status = 503)
  Linked linkTask(
      @PathVariable int taskId, @Body(LinkRequest.Documented.class) JsonBody body, Caller caller) {
    integration.requireEnabled();
    GithubLink link = links.add(taskId, LinkRequest.read(body), caller);
    return new Linked("Task linked with GitHub successfully", link);
  }

  @PostMapping({"/create-issue", "/issues"})
  @Requires(Right.UPDATE_TASK)
  @ResponseStatus(HttpStatus.CREATED)
  @Refuses({401, 502})
  @Answers(value = GithubUnavailable.class, status = 503)
  IssueCreated createIssueFromTask(
      @PathVariable int taskId, @Body(IssueRequest.Documented.class) JsonBody body, Caller caller) {
    return issues.create(taskId, IssueRequest.read(body), caller);
  }

  @DeleteMapping("/{linkId:\\d+}")
  @Requires(Right.UPDATE_TASK)
  @Refuses(400)
  Message unlinkTask(@PathVariable int taskId, @PathVariable int linkId, Caller caller) {
    links.remove(taskId, linkId, caller);
    return new Message("GitHub link removed from task");
  }

  record LinkList(List<GithubLink> links) {}

  record Linked(String message, GithubLink link) {}
}
