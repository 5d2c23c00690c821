package dev.devsync.admin;

import dev.devsync.platform.access.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the settings, leniently where rows hold unexpected types. */
@Component
public class SystemSettings {

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
    boolean registration = values.bool("allow_self_registration", values.bool("allow_registration", true));
    return new Settings(
        Optional.ofNullable(values.text("default_user_role", null)).flatMap(Role::named).orElse(Role.DEVELOPER),
        registration,
        values.integer("audit_log_retention_days", 30),
        values.integer("project_retention_days", 30),
        values.bool("auto_archive_completed_projects", true),
        values.bool("notify_on_overdue_tasks", true),
        values.switches("notification_settings"),
        values.bool("github_integration_enabled", true),
        Optional.ofNullable(values.text("app_name", null)).orElse("DevSync"));
  }
}
