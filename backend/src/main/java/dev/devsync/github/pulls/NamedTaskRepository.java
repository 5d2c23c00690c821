package dev.devsync.github.pulls;

import dev.devsync.platform.changes.TaskTurns;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the tasks that a pull request may be linked with because it names them. */
@Repository
class NamedTaskRepository {

  /** Whoever opened the pull request, if they may update the task themselves. */
  private static final String AUTHOR =
      "(SELECT min(u.id) FROM users u WHERE u.github_connected AND lower(u.github_username) = lower(:author)"
          + " AND (u.role IN ('team_lead', 'admin') OR u.id = t.assigned_to))";

  /** The repository is there for everybody, or for the projects that its rules name. */
  private static final String IN_SCOPE =
      "(NOT :outsider AND r.tracked AND (coalesce(cardinality(s.project_ids), 0) = 0"
          + " OR t.project_id = ANY (s.project_ids)))";

  /** Those that are named and those linked already. */
  private static final String CONCERNED =
      "SELECT id FROM tasks WHERE id = ANY (:named) OR id IN (SELECT task_id FROM task_github_links"
          + " WHERE repo_id = :repo AND pull_request_number = :number)";

  private final JdbcClient jdbc;

  NamedTaskRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A task that may be linked.
   *
   * @param author the user who opened the pull request, null if they are not known here
   */
  record Linkable(int taskId, @Nullable Integer author) {}

  /** Waits for the turn to change the tasks concerned; before anything is locked. */
  void takeTurns(PullRequestNews news) {
    concerned(TaskTurns.taking(CONCERNED), news).query(String.class).list();
  }

  /** Locks the tasks concerned, in the order of their ids. */
  void lock(PullRequestNews news) {
    concerned(CONCERNED + " ORDER BY id FOR UPDATE", news).query(Integer.class).list();
  }

  private JdbcClient.StatementSpec concerned(String sql, PullRequestNews news) {
    return jdbc.sql(sql)
        .param("named", news.named().toArray(Integer[]::new))
        .param("repo", news.repoId())
        .param("number", news.number());
  }

  List<Linkable> among(Collection<Integer> named, PullRequestNews news) {
    return jdbc.sql(
            "SELECT n.id, n.author FROM (SELECT t.id, "
                + IN_SCOPE
                + " AS in_scope, "
                + AUTHOR
                + " AS author FROM tasks t JOIN github_repositories r ON r.id = :repo"
                + " LEFT JOIN ops.github_pull_request_rules s ON s.repo_id = r.id"
                + " WHERE t.id = ANY (:named)) n WHERE n.in_scope OR n.author IS NOT NULL ORDER BY n.id")
        .param("outsider", news.outsider())
        .param("author", news.author())
        .param("repo", news.repoId())
        .param("named", named.toArray(Integer[]::new))
        .query(
            (row, number) -> new Linkable(row.getInt("id"), row.getObject("author", Integer.class)))
        .list();
  }
}
