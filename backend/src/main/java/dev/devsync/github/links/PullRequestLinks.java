package dev.devsync.github.links;

import dev.devsync.github.TaskGithubLinked;
import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.tasks.GithubLink;
import dev.devsync.tasks.TaskAccess;
import dev.devsync.tasks.TaskItem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links that nobody makes by hand: a pull request names a task. */
@Service
public class PullRequestLinks {

  private final LinkRepository links;
  private final TaskAccess tasks;
  private final ChangeLog changes;
  private final Clock clock;

  PullRequestLinks(LinkRepository links, TaskAccess tasks, ChangeLog changes, Clock clock) {
    this.links = links;
    this.tasks = tasks;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * A pull request and who opened it.
   *
   * @param author the user, null if they are not known here
   */
  public record Naming(int repoId, int number, String title, @Nullable Integer author) {}

  /**
   * Links the task with the pull request that names it, without a word on GitHub. Empty if the two
   * are linked already or the task is gone.
   */
  @Transactional
  public Optional<GithubLink> add(int taskId, Naming pull) {
    LinkRequest request = new LinkRequest(pull.repoId(), null, pull.number(), null, pull.title());
    return tasks
        .findForUpdate(taskId)
        .flatMap(
            task ->
                switch (LinkMatch.of(request, links.of(taskId, pull.repoId()))) {
                  case LinkMatch.Same same -> Optional.<GithubLink>empty();
                  case LinkMatch.Fillable(GithubLink link) -> {
                    links.fill(link.id(), request);
                    yield Optional.of(recorded(task, link.id()));
                  }
                  case LinkMatch.None none ->
                      Optional.of(
                          recorded(
                              task, links.insert(taskId, request, pull.author(), clock.instant())));
                });
  }

  private GithubLink recorded(TaskItem task, int linkId) {
    GithubLink link = links.find(linkId).orElseThrow();
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("source", "github");
    metadata.put("repo_name", link.repoName());
    metadata.put("pull_request_number", link.pullRequestNumber());
    changes.record(
        Actor.GITHUB,
        new TaskGithubLinked(task, link),
        AuditEntry.of("task_github_linked", "task", link.taskId(), metadata));
    return link;
  }
}
