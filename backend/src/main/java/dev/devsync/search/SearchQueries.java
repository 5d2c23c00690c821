package dev.devsync.search;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.access.Role;
import dev.devsync.search.Findings.FoundPerson;
import dev.devsync.search.Findings.FoundProject;
import dev.devsync.search.Findings.FoundTask;
import dev.devsync.tasks.TaskRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Three queries, each on the bare columns that the trigram indexes hold, each limited to what the
 * caller may see.
 */
@Repository
class SearchQueries {

  private static final String TASKS =
      "SELECT t.id, t.title, t.status, t.project_id, p.name AS project_name"
          + " FROM tasks t LEFT JOIN projects p ON p.id = t.project_id"
          + " WHERE (t.title ILIKE :pattern OR t.description ILIKE :pattern OR t.id = :number)";
  private static final String TASK_ORDER =
      " ORDER BY (t.id = :number) DESC, (t.title ILIKE :pattern) DESC, t.updated_at DESC NULLS LAST, t.id DESC LIMIT 10";
  private static final String PROJECTS =
      "SELECT p.id, p.name, p.status FROM projects p WHERE p.name ILIKE :pattern";
  private static final String OWN_PROJECTS =
      " AND (p.created_by = :viewer OR p.id IN (SELECT m.project_id FROM project_members m WHERE m.user_id = :viewer))";
  private static final String PROJECT_ORDER =
      " ORDER BY p.updated_at DESC NULLS LAST, p.id DESC LIMIT 10";
  private static final String PEOPLE =
      "SELECT u.id, u.name, u.role, u.email FROM users u WHERE (u.name ILIKE :pattern OR u.email ILIKE :pattern)"
          + " ORDER BY (u.name ILIKE :pattern) DESC, lower(u.name), u.id LIMIT 10";

  private final JdbcClient jdbc;

  SearchQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Findings find(SearchTerm term, Caller caller) {
    return new Findings(tasks(term, caller), projects(term, caller), people(term));
  }

  private List<FoundTask> tasks(SearchTerm term, Caller caller) {
    boolean all = Right.VIEW_TASK.isUnconditionalFor(caller.role());
    return jdbc.sql(TASKS + (all ? "" : " AND " + TaskRows.VISIBLE_TO_VIEWER) + TASK_ORDER)
        .param("pattern", term.pattern())
        .param("number", term.number())
        .param("viewer", caller.id())
        .query(
            (row, number) ->
                new FoundTask(
                    row.getInt("id"),
                    row.getString("title"),
                    row.getString("status"),
                    row.getObject("project_id", Integer.class),
                    row.getString("project_name")))
        .list();
  }

  private List<FoundProject> projects(SearchTerm term, Caller caller) {
    boolean all = Right.VIEW_PROJECT.isUnconditionalFor(caller.role());
    return jdbc.sql(PROJECTS + (all ? "" : OWN_PROJECTS) + PROJECT_ORDER)
        .param("pattern", term.pattern())
        .param("viewer", caller.id())
        .query(
            (row, number) ->
                new FoundProject(row.getInt("id"), row.getString("name"), row.getString("status")))
        .list();
  }

  private List<FoundPerson> people(SearchTerm term) {
    return jdbc.sql(PEOPLE)
        .param("pattern", term.pattern())
        .query(
            (row, number) ->
                new FoundPerson(
                    row.getInt("id"),
                    row.getString("name"),
                    Role.named(row.getString("role")).orElseThrow(),
                    row.getString("email")))
        .list();
  }
}
