package dev.devsync.tasks;

import dev.devsync.platform.changes.FieldChange;
import dev.devsync.platform.time.Instants;
import dev.devsync.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox, read as the history of a task. */
@Repository
class TaskHistoryRepository {

  private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  TaskHistoryRepository(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<TaskHistory.HistoryEntry> page(int taskId, Paging paging) {
    return jdbc.sql(
            "SELECT e.seq, e.type, e.actor_id, u.name AS actor_name, e.created_at,"
                + " CASE WHEN e.type LIKE 'task.%' THEN e.payload -> 'changes' END AS changes"
                + " FROM ops.events e LEFT JOIN users u ON u.id = e.actor_id WHERE e.task_id = :task"
                + " ORDER BY e.seq DESC LIMIT :limit OFFSET :offset")
        .param("task", taskId)
        .param("limit", paging.perPage())
        .param("offset", paging.offset())
        .query(this::map)
        .list();
  }

  long count(int taskId) {
    return jdbc.sql("SELECT count(*) FROM ops.events WHERE task_id = :task")
        .param("task", taskId)
        .query(Long.class)
        .single();
  }

  private TaskHistory.HistoryEntry map(ResultSet row, int number) throws SQLException {
    return new TaskHistory.HistoryEntry(
        row.getLong("seq"),
        row.getString("type"),
        row.getObject("actor_id", Integer.class),
        row.getString("actor_name"),
        changes(row.getString("changes")),
        Instants.required(row, "created_at"));
  }

  private List<FieldChange> changes(@Nullable String stored) {
    return stored == null ? List.of() : json.readValue(stored, CHANGES);
  }
}
