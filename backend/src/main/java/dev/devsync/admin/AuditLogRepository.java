package dev.devsync.admin;

import dev.devsync.platform.time.Instants;
import dev.devsync.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on {@code audit_logs}. */
@Repository
class AuditLogRepository {

  private static final int BATCH = 1_000;
  private static final int ROWS_AT_A_TIME = 500;

  private static final String SELECT =
      "SELECT l.id, l.actor_user_id, u.name AS actor_name, l.actor_role, l.action, l.resource_type, l.resource_id,"
          + " l.ip, l.user_agent, CASE json_typeof(l.metadata_info) WHEN 'object' THEN l.metadata_info::text END"
          + " AS metadata, l.created_at FROM audit_logs l LEFT JOIN users u ON u.id = l.actor_user_id";
  private static final String NEWEST_FIRST = " ORDER BY l.created_at DESC, l.id DESC";

  private final JdbcClient jdbc;

  AuditLogRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long count(AuditLogFilter filter) {
    return jdbc.sql("SELECT count(*) FROM audit_logs l" + filter.where())
        .params(filter.parameters())
        .query(Long.class)
        .single();
  }

  /** A page of entries, newest first. What lies before the page is passed over in the index. */
  List<AuditLogEntry> newest(AuditLogFilter filter, Paging paging) {
    String page =
        "SELECT l.id FROM audit_logs l"
            + filter.where()
            + NEWEST_FIRST
            + " LIMIT :limit OFFSET :offset";
    return jdbc.sql(SELECT + " WHERE l.id = ANY (ARRAY(" + page + "))" + NEWEST_FIRST)
        .params(filter.parameters())
        .param("limit", paging.perPage())
        .param("offset", paging.offset())
        .query(AuditLogRepository::map)
        .list();
  }

  /** Hands over every entry, newest first. Must run in a transaction, which the cursor needs. */
  void forEach(AuditLogFilter filter, Consumer<AuditLogEntry> sink) {
    jdbc.sql(SELECT + filter.where() + NEWEST_FIRST)
        .withFetchSize(ROWS_AT_A_TIME)
        .params(filter.parameters())
        .query(
            row -> {
              sink.accept(map(row, 0));
            });
  }

  Optional<AuditLogEntry> find(int id) {
    return jdbc.sql(SELECT + " WHERE l.id = :id")
        .param("id", id)
        .query(AuditLogRepository::map)
        .optional();
  }

  /**
   * Deletes older entries, each batch in a transaction of its own, and returns how many they were.
   */
  int deleteBefore(Instant before) {
    int deleted = 0;
    int batch;
    do {
      batch = deleteBatch(before);
      deleted += batch;
    } while (batch == BATCH);
    return deleted;
  }

  private int deleteBatch(Instant before) {
    return jdbc.sql(
            "DELETE FROM audit_logs WHERE id = ANY (ARRAY(SELECT id FROM audit_logs WHERE created_at < :before"
                + " ORDER BY created_at, id LIMIT :batch FOR UPDATE SKIP LOCKED))")
        .param("before", Instants.column(before))
        .param("batch", BATCH)
        .update();
  }

  private static AuditLogEntry map(ResultSet row, int number) throws SQLException {
    return new AuditLogEntry(
        row.getInt("id"),
        row.getObject("actor_user_id", Integer.class),
        row.getString("actor_name"),
        row.getString("actor_role"),
        row.getString("action"),
        row.getString("resource_type"),
        row.getString("resource_id"),
        row.getString("ip"),
        row.getString("user_agent"),
        row.getString("metadata"),
        Instants.required(row, "created_at"));
  }
}
