package dev.devsync.admin;

import dev.devsync.platform.access.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the settings; where rows hold unexpected types or values nobody could have set, defaults
 * count.
 */
@Component
public class SystemSettings {

  private static final int DEFAULT_DAYS = 30;

  private final SettingsRepository rows;
  private final JsonMapper json;

  SystemSettings(SettingsRepository rows, JsonMapper json) {
    this.rows = rows;
    this.json = json;
  }

  /** The effective settings, in one query. */
  public Settings current() {
    Map<String, JsonNode> stored = new LinkedHashMap<>();
    rows.all().forEach((key, value) -> stored.put(key, json.readTree(value)));
    StoredValues values = new StoredValues(stored);
    boolean registration =
        values.bool("allow_self_registration", values.bool("allow_registration", true));
    return new Settings(
        Optional.ofNullable(values.text("default_user_role", null))
            .flatMap(Role::named)
            .orElse(Role.DEVELOPER),
        registration,
        days(values, "audit_log_retention_days"),
        days(values, "project_retention_days"),
        values.bool("auto_archive_completed_projects", true),
        values.bool("notify_on_overdue_tasks", true),
        values.switches("notification_settings"),
        values.bool("github_integration_enabled", true),
        Optional.ofNullable(values.text("app_name", null))
            .filter(SettingLimits::isAppName)
            .orElse("DevSync"));
  }

  private static int days(StoredValues values, String key) {
    int days = values.integer(key, DEFAULT_DAYS);
    return SettingLimits.isRetention(days) ? days : DEFAULT_DAYS;
  }
}
