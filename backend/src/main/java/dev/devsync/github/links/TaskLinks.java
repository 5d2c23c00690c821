package dev.devsync.github.links;

import dev.devsync.github.TaskGithubLinked;
import dev.devsync.github.TaskGithubUnlinked;
import dev.devsync.github.repositories.RepositoryRows;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.tasks.GithubLink;
import dev.devsync.tasks.TaskAccess;
import dev.devsync.tasks.TaskAccess.Seen;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links between tasks and what is on GitHub. */
@Service
class TaskLinks {

  private final LinkRepository links;
  private final RepositoryRows repositories;
  private final TaskAccess tasks;
  private final ChangeLog changes;
  private final Clock clock;

  TaskLinks(
      LinkRepository links,
      RepositoryRows repositories,
      TaskAccess tasks,
      ChangeLog changes,
      Clock clock) {
    this.links = links;
    this.repositories = repositories;
    this.tasks = tasks;
    this.changes = changes;
    this.clock = clock;
  }

  List<GithubLink> of(int taskId, Caller caller) {
    tasks.requireVisible(caller, taskId);
    return links.ofTask(taskId);
  }

  /** The link as it is stored in the end, be it new, filled or found. */
  @Transactional
  public GithubLink add(int taskId, LinkRequest request, Caller caller) {
    // Locking the task makes equal requests wait for each other, so that none of them links twice.
    Seen seen = tasks.requireVisibleForUpdate(caller, taskId);
    repositories.require(request.repoId());
    requireMayUpdate(caller, seen);
    return switch (LinkMatch.of(request, links.of(taskId, request.repoId()))) {
      case LinkMatch.Same(GithubLink link) -> link;
      case LinkMatch.Fillable(GithubLink link) -> {
        links.fill(link.id(), request);
        yield linked(seen, link.id(), caller);
      }
      case LinkMatch.None() ->
          linked(seen, links.insert(taskId, request, caller.id(), clock.instant()), caller);
    };
  }

  @Transactional
  public void remove(int taskId, int linkId, Caller caller) {
    Seen seen = tasks.requireVisibleForUpdate(caller, taskId);
    GithubLink link = links.find(linkId).orElseThrow(ApiException::resourceNotFound);
    requireMayUpdate(caller, seen);
    if (link.taskId() != taskId) {
      throw ApiException.badRequest("Link does not belong to this task");
    }
    links.delete(linkId);
    changes.record(
        caller.actor(),
        new TaskGithubUnlinked(seen.task(), link),
        audit("task_github_unlinked", link));
  }

  private GithubLink linked(Seen seen, int linkId, Caller caller) {
    GithubLink link = links.find(linkId).orElseThrow();
    changes.record(
        caller.actor(), new TaskGithubLinked(seen.task(), link), audit("task_github_linked", link));
    return link;
  }

  private static void requireMayUpdate(Caller caller, Seen seen) {
    if (!caller.has(Right.UPDATE_TASK, seen.relations())) {
      throw ApiException.forbidden("You can only update tasks assigned to you");
    }
  }

  private static AuditEntry audit(String action, GithubLink link) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("repo_name", link.repoName());
    metadata.put("issue_number", link.issueNumber());
    metadata.put("pull_request_number", link.pullRequestNumber());
    return AuditEntry.of(action, "task", link.taskId(), metadata);
  }
}
