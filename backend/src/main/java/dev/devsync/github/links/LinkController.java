package dev.devsync.github.links;

import dev.devsync.github.Integration;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Message;
import dev.devsync.tasks.GithubLink;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The links of a task. The second path is the one that repository pages use. */
@RestController
@RequestMapping({"/api/v1/tasks/{taskId:\\d+}/github", "/api/v1/github/tasks/{taskId:\\d+}/github"})
class LinkController {

  private final TaskLinks links;
  private final Integration integration;

  LinkController(TaskLinks links, Integration integration) {
    this.links = links;
    this.integration = integration;
  }

  @GetMapping
  @Requires(Right.VIEW_TASK)
  LinkList list(@PathVariable int taskId, Caller caller) {
    return new LinkList(links.of(taskId, caller));
  }

  @PostMapping
  @Requires(Right.UPDATE_TASK)
  Linked add(
      @PathVariable int taskId, @Body(LinkRequest.Documented.class) JsonBody body, Caller caller) {
    integration.requireEnabled();
    GithubLink link = links.add(taskId, LinkRequest.read(body), caller);
    return new Linked("Task linked with GitHub successfully", link);
  }

  @DeleteMapping("/{linkId:\\d+}")
  @Requires(Right.UPDATE_TASK)
  Message remove(@PathVariable int taskId, @PathVariable int linkId, Caller caller) {
    links.remove(taskId, linkId, caller);
    return new Message("GitHub link removed from task");
  }

  record LinkList(List<GithubLink> links) {}

  record Linked(String message, GithubLink link) {}
}
