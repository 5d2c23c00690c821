package dev.devsync.tasks;

import dev.devsync.platform.database.Cursor;
import dev.devsync.platform.web.Paging;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on lists of tasks. */
@Repository
class TaskListRepository {

  private final JdbcClient jdbc;
  private final Cursor cursor;

  TaskListRepository(JdbcClient jdbc, Cursor cursor) {
    this.jdbc = jdbc;
    this.cursor = cursor;
  }

  void each(TaskConditions conditions, TaskOrder order, Consumer<TaskItem> sink) {
    cursor.each(
        TaskRows.SELECT + TaskRows.FROM + conditions.sql() + order.sql(),
        conditions.parameters(),
        TaskRows::map,
        sink);
  }

  List<TaskItem> page(TaskConditions conditions, TaskOrder order, Paging paging) {
    return jdbc.sql(
            TaskRows.SELECT + TaskRows.FROM + conditions.sql() + order.sql() + " LIMIT :limit OFFSET :offset")
        .params(conditions.parameters())
        .param("limit", paging.perPage())
        .param("offset", paging.offset())
        .query(TaskRows::map)
        .list();
  }

  long count(TaskConditions conditions) {
    return jdbc.sql("SELECT count(*) FROM tasks t" + conditions.sql())
        .params(conditions.parameters())
        .query(Long.class)
        .single();
  }
}
