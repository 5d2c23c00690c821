package dev.devsync.tasks;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.changes.TaskTurns;
import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on many {@code tasks} at once. */
@Repository
class TaskBatchRepository {

  private static final String UPDATE =
      "WITH t AS (UPDATE tasks SET title = n.title, description = n.description, status = n.status,"
          + " priority = n.priority, progress = n.progress, assigned_to = n.assignee, project_id = n.project,"
          + " deadline = n.deadline, updated_at = :now, version = tasks.version + 1"
          + " FROM unnest(:ids::int[], :titles::text[], :descriptions::text[], :statuses::text[],"
          + " :priorities::text[], :progresses::int[], :assignees::int[], :projects::int[], :deadlines::timestamp[])"
          + " AS n(id, title, description, status, priority, progress, assignee, project, deadline)"
          + " WHERE tasks.id = n.id RETURNING tasks.*) "
          + TaskRows.SELECT
          + " FROM t"
          + TaskRows.JOINS;

  private final JdbcClient jdbc;

  TaskBatchRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Locks the tasks until the end of the transaction, whose first statements these should be, and
   * always in the same order. They have to be read afterwards.
   */
  void lock(Collection<Integer> ids) {
    Integer[] tasks = ids.toArray(Integer[]::new);
    jdbc.sql(TaskTurns.taking("SELECT unnest(:ids) AS id"))
        .param("ids", tasks)
        .query(String.class)
        .list();
    jdbc.sql("SELECT id FROM tasks WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
        .param("ids", tasks)
        .query(Integer.class)
        .list();
  }

  /** Those of the tasks that the caller may see, by their ids. */
  Map<Integer, TaskAccess.Seen> findAsSeenBy(Caller caller, Collection<Integer> ids) {
    Map<Integer, TaskAccess.Seen> tasks = new HashMap<>();
    jdbc
        .sql(TaskRepository.AS_SEEN + " WHERE t.id = ANY (:ids)")
        .param("viewer", caller.id())
        .param("ids", ids.toArray(Integer[]::new))
        .query((row, number) -> TaskRepository.seen(caller.id(), row, number))
        .stream()
        .filter(seen -> caller.has(Right.VIEW_TASK, seen.relations()))
        .forEach(seen -> tasks.put(seen.task().id(), seen));
    return tasks;
  }

  /** The tasks as they are after each was given its values. */
  List<TaskItem> update(Map<Integer, TaskValues> tasks, Instant now) {
    Collection<TaskValues> values = tasks.values();
    return jdbc.sql(UPDATE)
        .param("now", Instants.column(now))
        .param("ids", tasks.keySet().toArray(Integer[]::new))
        .param("titles", texts(values, TaskValues::title))
        .param("descriptions", texts(values, TaskValues::description))
        .param("statuses", texts(values, TaskValues::status))
        .param("priorities", texts(values, TaskValues::priority))
        .param("progresses", numbers(values, TaskValues::progress))
        .param("assignees", numbers(values, TaskValues::assignedTo))
        .param("projects", numbers(values, TaskValues::projectId))
        .param("deadlines", texts(values, TaskBatchRepository::deadline))
        .query(TaskRows::map)
        .list();
  }

  private static @Nullable String deadline(TaskValues values) {
    Object column = Instants.column(values.deadline());
    return column == null ? null : column.toString();
  }

  private static @Nullable String[] texts(
      Collection<TaskValues> values, Function<TaskValues, @Nullable String> field) {
    return values.stream().map(field).toArray(String[]::new);
  }

  private static @Nullable Integer[] numbers(
      Collection<TaskValues> values, Function<TaskValues, @Nullable Integer> field) {
    return values.stream().map(field).toArray(Integer[]::new);
  }
}
