package dev.devsync.dashboard;

import dev.devsync.platform.time.Instants;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what tasks are linked with on GitHub. */
@Repository
class LinkedTasks {

  private final JdbcClient jdbc;

  LinkedTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The five newest links on tasks of the scope. */
  List<GithubActivity> newest(TaskScope scope) {
    return jdbc.sql(
            "SELECT l.id, t.title, coalesce(nullif(r.repo_name, ''), 'Unknown repository') AS repo_name, r.repo_url,"
                + " l.created_at, l.issue_number, l.pull_request_number FROM task_github_links l"
                + " JOIN tasks t ON t.id = l.task_id JOIN github_repositories r ON r.id = l.repo_id WHERE "
                + scope.condition()
                + " ORDER BY l.created_at DESC NULLS LAST, l.id DESC LIMIT 5")
        .param("subject", scope.subject())
        .query(
            (row, number) ->
                GithubActivity.of(
                    row.getInt("id"),
                    row.getString("title"),
                    row.getString("repo_name"),
                    row.getString("repo_url"),
                    Instants.nullable(row, "created_at"),
                    row.getObject("issue_number", Integer.class),
                    row.getObject("pull_request_number", Integer.class)))
        .list();
  }
}
