package dev.devsync.github.issues;

import dev.devsync.github.GithubPage;
import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubReply;
import dev.devsync.github.repositories.RepositoryName;
import dev.devsync.github.repositories.RepositoryRows;
import dev.devsync.github.sync.IssueNews;
import dev.devsync.github.sync.ListedStates;
import dev.devsync.platform.access.Caller;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Issues and pull requests of a repository, page by page as GitHub has them. */
@Service
class IssueLists {

  private final GithubApi github;
  private final GithubSessions sessions;
  private final RepositoryRows repositories;
  private final ListedStates states;
  private final Integration integration;

  IssueLists(
      GithubApi github,
      GithubSessions sessions,
      RepositoryRows repositories,
      ListedStates states,
      Integration integration) {
    this.github = github;
    this.sessions = sessions;
    this.repositories = repositories;
    this.states = states;
    this.integration = integration;
  }

  record IssueList(List<IssueItem> issues, GithubPage pagination) {}

  /** The same list under two names, because web clients look in different places. */
  record PullRequestList(
      List<PullRequestItem> pullRequests, List<PullRequestItem> pulls, GithubPage pagination) {}

  IssueList issues(int repoId, IssueQuery query, Caller caller) {
    GithubReply reply = page(repoId, "issues?" + query.forIssues(), caller);
    List<JsonNode> issues =
        StreamSupport.stream(reply.body().spliterator(), false)
            // GitHub's list of issues contains its pull requests.
            .filter(json -> !json.has("pull_request"))
            .toList();
    states.heed(
        repoId,
        issues.stream().map(json -> IssueNews.of(repoId, json)).filter(Objects::nonNull).toList());
    return new IssueList(issues.stream().map(IssueItem::of).toList(), pagination(query, reply));
  }

  PullRequestList pullRequests(int repoId, IssueQuery query, Caller caller) {
    GithubReply reply = page(repoId, "pulls?" + query.forPullRequests(), caller);
    List<PullRequestItem> pulls =
        StreamSupport.stream(reply.body().spliterator(), false)
            .map(PullRequestItem::of)
            .filter(query::admits)
            .toList();
    return new PullRequestList(pulls, pulls, pagination(query, reply));
  }

  private GithubReply page(int repoId, String kindAndQuery, Caller caller) {
    integration.requireEnabled();
    RepositoryName name = RepositoryName.of(repositories.require(repoId).name());
    return sessions.as(caller, token -> github.get(token, "/repos/" + name + "/" + kindAndQuery));
  }

  private static GithubPage pagination(IssueQuery query, GithubReply reply) {
    return new GithubPage(query.paging().page(), query.paging().perPage(), reply.hasNext());
  }
}
