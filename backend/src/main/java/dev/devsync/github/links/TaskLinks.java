package dev.devsync.github.links;

import dev.devsync.github.TaskGithubLinked;
import dev.devsync.github.TaskGithubUnlinked;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.repositories.RepositoryRow;
import dev.devsync.github.repositories.RepositoryRows;
import dev.devsync.github.sync.OutgoingChanges;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.tasks.GithubLink;
import dev.devsync.tasks.TaskAccess;
import dev.devsync.tasks.TaskAccess.Seen;
import dev.devsync.tasks.TaskItem;
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
  private final IssueCreationRepository creations;
  private final RepositoryRows repositories;
  private final TaskAccess tasks;
  private final GithubSessions sessions;
  private final OutgoingChanges outgoing;
  private final ChangeLog changes;
  private final Clock clock;

  TaskLinks(
      LinkRepository links,
      IssueCreationRepository creations,
      RepositoryRows repositories,
      TaskAccess tasks,
      GithubSessions sessions,
      OutgoingChanges outgoing,
      ChangeLog changes,
      Clock clock) {
    this.links = links;
    this.creations = creations;
    this.repositories = repositories;
    this.tasks = tasks;
    this.sessions = sessions;
    this.outgoing = outgoing;
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
    Seen seen = requireLinkable(taskId, request.repoId(), caller);
    return switch (LinkMatch.of(request, links.of(taskId, request.repoId()))) {
      case LinkMatch.Same(GithubLink link) -> link;
      case LinkMatch.Fillable(GithubLink link) -> {
        links.fill(link.id(), request);
        yield linked(seen, link.id(), request, caller);
      }
      case LinkMatch.None() ->
          linked(
              seen, links.insert(taskId, request, caller.id(), clock.instant()), request, caller);
    };
  }

  /** A link with an issue that was just created from the task. */
  @Transactional
  public GithubLink addCreated(int taskId, LinkRequest request, Caller caller) {
    Seen seen = requireLinkable(taskId, request.repoId(), caller);
    int id = links.insert(taskId, request, caller.id(), clock.instant());
    creations.end(taskId, request.repoId());
    return recorded(seen, id, "github_issue_created", caller);
  }

  /**
   * Passes if the caller may link the task with the repository. Locks the task, which makes equal
   * requests wait for each other, so that none of them links twice.
   */
  private Seen requireLinkable(int taskId, int repoId, Caller caller) {
    Seen seen = tasks.requireVisibleForUpdate(caller, taskId);
    repositories.require(repoId);
    requireMayUpdate(caller, seen);
    return seen;
  }

  /** The same without locking, and with what is needed to create something there. */
  Linkable linkable(int taskId, int repoId, Caller caller) {
    Seen seen = tasks.requireVisible(caller, taskId);
    RepositoryRow repository = repositories.require(repoId);
    requireMayUpdate(caller, seen);
    return new Linkable(seen.task(), repository);
  }

  /** A task and a repository that the caller may bring together. */
  record Linkable(TaskItem task, RepositoryRow repository) {}

  GithubLink current(int linkId) {
    return links.find(linkId).orElseThrow(ApiException::resourceNotFound);
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

  private GithubLink linked(Seen seen, int linkId, LinkRequest request, Caller caller) {
    GithubLink link = recorded(seen, linkId, "task_github_linked", caller);
    boolean hasNumber = request.issueNumber() != null || request.pullRequestNumber() != null;
    if (hasNumber && sessions.isConnected(caller.id())) {
      outgoing.announce(link, request.issueNumber(), request.pullRequestNumber(), caller.id());
    }
    return link;
  }

  private GithubLink recorded(Seen seen, int linkId, String action, Caller caller) {
    GithubLink link = links.find(linkId).orElseThrow();
    changes.record(caller.actor(), new TaskGithubLinked(seen.task(), link), audit(action, link));
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
