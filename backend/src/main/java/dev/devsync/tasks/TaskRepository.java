package dev.devsync.tasks;

import dev.devsync.platform.access.Relation;
import dev.devsync.platform.changes.TaskTurns;
import dev.devsync.platform.time.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on single {@code tasks}. */
@Repository
class TaskRepository {

  /** To be followed by a condition on {@code t}; read by {@link #seen}. */
  static final String AS_SEEN =
      TaskRows.SELECT
          + ", p.created_by = :viewer AS owns_project, EXISTS (SELECT 1 FROM project_members m"
          + " WHERE m.project_id = t.project_id AND m.user_id = :viewer) AS in_project"
          + TaskRows.FROM;

  private static final String STORED = ") " + TaskRows.SELECT + " FROM t" + TaskRows.JOINS;
  private static final String INSERT =
      "WITH t AS (INSERT INTO tasks (title, description, status, priority, progress, assigned_to, project_id,"
          + " deadline, created_by, created_at, updated_at) VALUES (:title, :description, :status, :priority,"
          + " :progress, :assignee, :project, :deadline, :creator, :now, :now) RETURNING *"
          + STORED;
  private static final String UPDATE =
      "WITH t AS (UPDATE tasks SET title = :title, description = :description, status = :status,"
          + " priority = :priority, progress = :progress, assigned_to = :assignee, project_id = :project,"
          + " deadline = :deadline, updated_at = :now, version = version + 1 WHERE id = :id RETURNING *"
          + STORED;

  private static final String LOCK =
      "WITH turn AS MATERIALIZED ("
          + TaskTurns.taking("SELECT CAST(:id AS int) AS id")
          + ") SELECT t.id FROM tasks t CROSS JOIN turn WHERE t.id = :id FOR UPDATE OF t";

  private final JdbcClient jdbc;

  TaskRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<TaskItem> find(int id) {
    return jdbc.sql(TaskRows.SELECT + TaskRows.FROM + " WHERE t.id = :id")
        .param("id", id)
        .query(TaskRows::map)
        .optional();
  }

  /** The task with its viewer's relations to it, whether or not these let the viewer see it. */
  Optional<TaskAccess.Seen> findAsSeenBy(int viewer, int id) {
    return jdbc.sql(AS_SEEN + " WHERE t.id = :task")
        .param("viewer", viewer)
        .param("task", id)
        .query((row, number) -> seen(viewer, row, number))
        .optional();
  }

  /**
   * Locks the task until the end of the transaction, whose first statement that locks or writes
   * anything this should be. It has to be read afterwards: a statement that waits for a lock sees
   * other tables as they were before it waited.
   */
  void lock(int id) {
    jdbc.sql(LOCK).param("id", id).query(Integer.class).optional();
  }

  /** Keeps the task from being deleted before the transaction ends. */
  void keep(int id) {
    jdbc.sql("SELECT id FROM tasks WHERE id = :id FOR KEY SHARE")
        .param("id", id)
        .query(Integer.class)
        .optional();
  }

  /** Whether there is such a user; if so, nobody can delete them before the transaction ends. */
  boolean keepUser(int id) {
    return jdbc.sql("SELECT id FROM users WHERE id = :id FOR KEY SHARE")
        .param("id", id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  TaskItem insert(TaskValues values, int creator, Instant now) {
    return with(values, jdbc.sql(INSERT), now)
        .param("creator", creator)
        .query(TaskRows::map)
        .single();
  }

  TaskItem update(TaskValues values, int id, Instant now) {
    return with(values, jdbc.sql(UPDATE), now).param("id", id).query(TaskRows::map).single();
  }

  void delete(int id) {
    jdbc.sql("DELETE FROM tasks WHERE id = :id").param("id", id).update();
  }

  List<GithubLink> links(int taskId) {
    return jdbc.sql(GithubLinkRows.SELECT + " WHERE l.task_id = :task ORDER BY l.id")
        .param("task", taskId)
        .query(GithubLinkRows::map)
        .list();
  }

  private static JdbcClient.StatementSpec with(
      TaskValues values, JdbcClient.StatementSpec statement, Instant now) {
    return statement
        .param("title", values.title())
        .param("description", values.description())
        .param("status", values.status())
        .param("priority", values.priority())
        .param("progress", values.progress())
        .param("assignee", values.assignedTo())
        .param("project", values.projectId())
        .param("deadline", Instants.column(values.deadline()))
        .param("now", Instants.column(now));
  }

  static TaskAccess.Seen seen(int viewer, ResultSet row, int number) throws SQLException {
    TaskItem task = TaskRows.map(row, number);
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    addIf(relations, Relation.ASSIGNEE, task.assignedTo() != null && task.assignedTo() == viewer);
    addIf(relations, Relation.CREATOR, task.createdBy() == viewer);
    addIf(relations, Relation.PROJECT_CREATOR, row.getBoolean("owns_project"));
    addIf(relations, Relation.PROJECT_MEMBER, row.getBoolean("in_project"));
    return new TaskAccess.Seen(task, relations);
  }

  private static void addIf(Set<Relation> relations, Relation relation, boolean holds) {
    if (holds) {
      relations.add(relation);
    }
  }
}
