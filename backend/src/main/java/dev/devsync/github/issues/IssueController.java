package dev.devsync.github.issues;

import dev.devsync.github.GithubUnavailable;
import dev.devsync.github.issues.IssueLists.IssueList;
import dev.devsync.github.issues.IssueLists.PullRequestList;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is going on in a repository on GitHub. */
@RestController
@RequestMapping("/api/v1/github/repositories/{repoId:\\d+}")
class IssueController {

  private final IssueLists lists;

  IssueController(IssueLists lists) {
    this.lists = lists;
  }

  @GetMapping("/issues")
  @Requires(Right.BROWSE_GITHUB)
  @Refuses({400, 401, 502})
  @Answers(value = GithubUnavailable.class, status = 503)
  IssueList listIssues(
      @PathVariable int repoId,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "per_page", required = false) @Nullable String perPage,
      @RequestParam(required = false) @Nullable String assignee,
      @RequestParam(required = false) @Nullable String labels,
      Caller caller) {
    return lists.issues(repoId, IssueQuery.of(state, page, perPage, assignee, labels), caller);
  }

  @GetMapping("/pulls")
  @Requires(Right.BROWSE_GITHUB)
  @Refuses({400, 401, 502})
  @Answers(value = GithubUnavailable.class, status = 503)
  PullRequestList listPullRequests(
      @PathVariable int repoId,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "per_page", required = false) @Nullable String perPage,
      @RequestParam(required = false) @Nullable String assignee,
      @RequestParam(required = false) @Nullable String labels,
      Caller caller) {
    return lists.pullRequests(
        repoId, IssueQuery.of(state, page, perPage, assignee, labels), caller);
  }
}
