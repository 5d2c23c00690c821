package dev.devsync.admin;

import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code system_settings}, values as JSON text by key. */
@Repository
class SettingsRepository {

  private static final String INSERT =
      "INSERT INTO system_settings AS s (key, value, updated_by, updated_at)"
          + " SELECT sent.key, sent.value::json, :author::integer, :now::timestamp"
          + " FROM unnest(:keys::text[], :values::text[]) AS sent (key, value) ON CONFLICT (key) DO ";

  private final JdbcClient jdbc;

  SettingsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, String> all() {
    Map<String, String> values = new LinkedHashMap<>();
    jdbc.sql("SELECT key, value::text FROM system_settings")
        .query(
            row -> {
              values.put(row.getString(1), row.getString(2));
            });
    return values;
  }

  /** Makes changes wait for each other until the transaction ends. */
  void lock() {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('devsync.settings'))")
        .query((row, n) -> n)
        .list();
  }

  void save(Map<String, String> values, int author, Instant now) {
    insert(
        "UPDATE SET value = excluded.value, updated_by = excluded.updated_by, updated_at = excluded.updated_at,"
            + " version = s.version + 1",
        values,
        author,
        now);
  }

  /** Adds rows for keys that have none. */
  void saveMissing(Map<String, String> values, Instant now) {
    insert("NOTHING", values, null, now);
  }

  private void insert(
      String onConflict, Map<String, String> values, @Nullable Integer author, Instant now) {
    List<String> keys = new ArrayList<>(values.keySet());
    jdbc.sql(INSERT + onConflict)
        .param("author", author)
        .param("now", Instants.column(now))
        .param("keys", keys.toArray(String[]::new))
        .param("values", keys.stream().map(values::get).toArray(String[]::new))
        .update();
  }
}
