package dev.devsync.projects;

import dev.devsync.platform.access.Relation;
import dev.devsync.platform.changes.TaskTurns;
import dev.devsync.platform.database.Cursor;
import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on {@code projects} and {@code project_members}. */
@Repository
class ProjectRepository {

  private static final String RELATIONS =
      "SELECT created_by = :user AS creator, EXISTS (SELECT 1 FROM project_members m"
          + " WHERE m.project_id = p.id AND m.user_id = :user) AS member FROM projects p WHERE id = :project";

  private final JdbcClient jdbc;
  private final Cursor cursor;

  ProjectRepository(JdbcClient jdbc, Cursor cursor) {
    this.jdbc = jdbc;
    this.cursor = cursor;
  }

  /** All projects by id, or those with one status, or those that are this viewer's. */
  void each(@Nullable Integer viewer, @Nullable String status, Consumer<ProjectItem> sink) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("viewer", viewer);
    parameters.put("status", status);
    cursor.each(
        ProjectRows.SELECT
            + " WHERE (:status::text IS NULL OR p.status = :status)"
            + " AND (:viewer::int IS NULL OR p.created_by = :viewer OR EXISTS (SELECT 1 FROM project_members v"
            + " WHERE v.project_id = p.id AND v.user_id = :viewer)) ORDER BY p.id",
        parameters,
        ProjectRows::map,
        sink);
  }

  Optional<ProjectItem> find(int id) {
    return jdbc.sql(ProjectRows.SELECT + " WHERE p.id = :id")
        .param("id", id)
        .query(ProjectRows::map)
        .optional();
  }

  /**
   * The project, locked until the end of the transaction. It is read after the lock was got,
   * because a statement that waits for a lock sees other tables as they were before it waited.
   */
  Optional<ProjectItem> findForUpdate(int id) {
    return jdbc.sql("SELECT id FROM projects WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(Integer.class)
        .optional()
        .flatMap(this::find);
  }

  /** How the user stands to the project; empty if there is no such project. */
  Optional<Set<Relation>> relations(int userId, int projectId) {
    return relations(userId, projectId, "");
  }

  /** The same, and nobody can delete the project before the transaction ends. */
  Optional<Set<Relation>> relationsKeepingProject(int userId, int projectId) {
    return relations(userId, projectId, " FOR KEY SHARE OF p");
  }

  private Optional<Set<Relation>> relations(int userId, int projectId, String lock) {
    return jdbc.sql(RELATIONS + lock)
        .param("user", userId)
        .param("project", projectId)
        .query(
            (row, number) -> {
              Set<Relation> relations = EnumSet.noneOf(Relation.class);
              if (row.getBoolean("creator")) {
                relations.add(Relation.PROJECT_CREATOR);
              }
              if (row.getBoolean("member")) {
                relations.add(Relation.PROJECT_MEMBER);
              }
              return relations;
            })
        .optional();
  }

  int insert(NewProject project, int creator, Instant now) {
    return jdbc.sql(
            "INSERT INTO projects (name, description, status, github_repo, created_by, created_at, updated_at)"
                + " VALUES (:name, :description, :status, :repo, :creator, :now, :now) RETURNING id")
        .param("name", project.name())
        .param("description", project.description())
        .param("status", project.status())
        .param("repo", project.githubRepo())
        .param("creator", creator)
        .param("now", Instants.column(now))
        .query(Integer.class)
        .single();
  }

  void update(ProjectValues values, int id, Instant now) {
    jdbc.sql(
            "UPDATE projects SET name = :name, description = :description, status = :status, github_repo = :repo,"
                + " updated_at = :now, version = version + 1 WHERE id = :id")
        .param("name", values.name())
        .param("description", values.description())
        .param("status", values.status())
        .param("repo", values.githubRepo())
        .param("now", Instants.column(now))
        .param("id", id)
        .update();
  }

  /** Adds those of the users who exist, skips the others, and says how many it added. */
  int addMembers(int projectId, Collection<Integer> userIds) {
    return jdbc.sql(
            "INSERT INTO project_members (project_id, user_id) SELECT :project, id FROM users WHERE id = ANY (:users)"
                + " FOR KEY SHARE ON CONFLICT DO NOTHING")
        .param("project", projectId)
        .param("users", userIds.toArray(Integer[]::new))
        .update();
  }

  /** Removes every member who is not among these users. */
  void removeMembersExcept(int projectId, Collection<Integer> userIds) {
    jdbc.sql("DELETE FROM project_members WHERE project_id = :project AND user_id <> ALL (:users)")
        .param("project", projectId)
        .param("users", userIds.toArray(Integer[]::new))
        .update();
  }

  /** Waits for the turn to change the tasks of the project; to be called before anything else. */
  void takeTurnsOfTasks(int id) {
    jdbc.sql(TaskTurns.taking("SELECT id FROM tasks WHERE project_id = :id"))
        .param("id", id)
        .query(String.class)
        .list();
  }

  /** Deletes the project and its memberships; its tasks stay, without a project. */
  void deleteKeepingTasks(int id, Instant now) {
    jdbc.sql(
            "UPDATE tasks SET project_id = NULL, updated_at = :now, version = version + 1 WHERE project_id = :id")
        .param("now", Instants.column(now))
        .param("id", id)
        .update();
    delete(id);
  }

  /** Deletes the project, its tasks, and what hangs on those: comments, links and notifications. */
  void deleteWithTasks(int id) {
    jdbc.sql(
            "DELETE FROM notifications n USING tasks t WHERE t.id = n.task_id AND t.project_id = :id")
        .param("id", id)
        .update();
    jdbc.sql("DELETE FROM tasks WHERE project_id = :id").param("id", id).update();
    delete(id);
  }

  private void delete(int id) {
    jdbc.sql("DELETE FROM projects WHERE id = :id").param("id", id).update();
  }

  List<Integer> completedBefore(Instant instant) {
    return jdbc.sql(
            "SELECT id FROM projects WHERE status = 'completed' AND updated_at < :instant ORDER BY updated_at, id")
        .param("instant", Instants.column(instant))
        .query(Integer.class)
        .list();
  }
}
