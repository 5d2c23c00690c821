package dev.devsync.github.links;

import dev.devsync.platform.time.Instants;
import dev.devsync.tasks.GithubLink;
import dev.devsync.tasks.GithubLinkRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code task_github_links}. */
@Repository
class LinkRepository {

  private final JdbcClient jdbc;

  LinkRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<GithubLink> ofTask(int taskId) {
    return jdbc.sql(GithubLinkRows.SELECT + " WHERE l.task_id = :task ORDER BY l.id")
        .param("task", taskId)
        .query(GithubLinkRows::map)
        .list();
  }

  List<GithubLink> of(int taskId, int repoId) {
    return jdbc.sql(
            GithubLinkRows.SELECT + " WHERE l.task_id = :task AND l.repo_id = :repo ORDER BY l.id")
        .param("task", taskId)
        .param("repo", repoId)
        .query(GithubLinkRows::map)
        .list();
  }

  Optional<GithubLink> find(int id) {
    return jdbc.sql(GithubLinkRows.SELECT + " WHERE l.id = :id")
        .param("id", id)
        .query(GithubLinkRows::map)
        .optional();
  }

  int insert(int taskId, LinkRequest request, @Nullable Integer createdBy, Instant now) {
    return jdbc.sql(
            "INSERT INTO task_github_links (task_id, repo_id, issue_number, pull_request_number, issue_title,"
                + " pull_request_title, created_by, created_at)"
                + " VALUES (:task, :repo, :issue, :pull, :issueTitle, :pullTitle, :creator, :now) RETURNING id")
        .param("task", taskId)
        .param("repo", request.repoId())
        .param("issue", request.issueNumber())
        .param("pull", request.pullRequestNumber())
        .param("issueTitle", request.issueNumber() == null ? null : request.issueTitle())
        .param("pullTitle", request.pullRequestNumber() == null ? null : request.pullRequestTitle())
        .param("creator", createdBy)
        .param("now", Instants.column(now))
        .query(Integer.class)
        .single();
  }

  /** Puts the request's numbers and titles into the empty slots of the link. */
  void fill(int id, LinkRequest request) {
    jdbc.sql(
            "UPDATE task_github_links SET issue_number = coalesce(issue_number, :issue),"
                + " pull_request_number = coalesce(pull_request_number, :pull),"
                + " issue_title = CASE WHEN issue_number IS NULL AND :issue::int IS NOT NULL THEN :issueTitle"
                + " ELSE issue_title END,"
                + " pull_request_title = CASE WHEN pull_request_number IS NULL AND :pull::int IS NOT NULL"
                + " THEN :pullTitle ELSE pull_request_title END WHERE id = :id")
        .param("issue", request.issueNumber())
        .param("pull", request.pullRequestNumber())
        .param("issueTitle", request.issueTitle())
        .param("pullTitle", request.pullRequestTitle())
        .param("id", id)
        .update();
  }

  void delete(int id) {
    jdbc.sql("DELETE FROM task_github_links WHERE id = :id").param("id", id).update();
  }
}
