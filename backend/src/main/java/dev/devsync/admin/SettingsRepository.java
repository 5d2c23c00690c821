package dev.devsync.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code system_settings}. */
@Repository
class SettingsRepository {

  private final JdbcClient jdbc;

  SettingsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The JSON text of every stored setting by key. */
  Map<String, String> all() {
    Map<String, String> values = new LinkedHashMap<>();
    jdbc.sql("SELECT key, value::text FROM system_settings")
        .query(row -> {
          values.put(row.getString(1), row.getString(2));
        });
    return values;
  }
}
