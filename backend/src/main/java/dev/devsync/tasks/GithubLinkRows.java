package dev.devsync.tasks;

import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The one query shape of {@link GithubLink}s. */
public final class GithubLinkRows {

  /** Links {@code l} with their repositories {@code r}. */
  public static final String SELECT =
      "SELECT l.id, l.task_id, l.repo_id, r.repo_name, r.repo_url, l.issue_number, l.pull_request_number,"
          + " l.created_at, l.issue_title, l.pull_request_title, l.issue_state"
          + " FROM task_github_links l JOIN github_repositories r ON r.id = l.repo_id";

  private GithubLinkRows() {}

  public static GithubLink map(ResultSet row, int number) throws SQLException {
    return new GithubLink(
        row.getInt("id"),
        row.getInt("task_id"),
        row.getInt("repo_id"),
        row.getString("repo_name"),
        row.getString("repo_url"),
        row.getObject("issue_number", Integer.class),
        row.getObject("pull_request_number", Integer.class),
        Instants.nullable(row, "created_at"),
        row.getString("issue_title"),
        row.getString("pull_request_title"),
        row.getString("issue_state"));
  }
}
