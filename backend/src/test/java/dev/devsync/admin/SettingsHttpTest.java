package dev.devsync.admin;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A test of the settings. */
abstract class SettingsHttpTest extends HttpTest {

  static final Map<String, Object> DEFAULTS = defaults();

  private static Map<String, Object> defaults() {
    Map<String, Object> defaults = new HashMap<>();
    defaults.put("default_user_role", "developer");
    defaults.put("allow_self_registration", true);
    defaults.put("audit_log_retention_days", 30);
    defaults.put("project_retention_days", 30);
    defaults.put("auto_archive_completed_projects", true);
    defaults.put("notify_on_overdue_tasks", true);
    defaults.put(
        "notification_settings",
        Map.of("email_notifications", true, "task_assignments", true, "project_updates", true));
    defaults.put("github_integration_enabled", true);
    defaults.put("app_name", "DevSync");
    defaults.put("allow_registration", true);
    return defaults;
  }

  static Map<String, Object> defaultsBut(String key, Object value) {
    Map<String, Object> settings = new HashMap<>(DEFAULTS);
    settings.put(key, value);
    return settings;
  }

  final Map<String, Object> settings(TestUser admin) {
    return as(admin).get("/admin/settings").then().statusCode(200).extract().path("settings");
  }

  final List<Map<String, Object>> rows() {
    return jdbc.sql(
            "SELECT key, value::text AS value, updated_by FROM system_settings ORDER BY key")
        .query()
        .listOfRows();
  }
}
