package dev.devsync.admin;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings somebody sent, checked. Unknown keys are not among them.
 *
 * @param values by key: texts, booleans, numbers, and a map of switches
 */
record SettingsChange(Map<String, Object> values) {

  private static final String REGISTRATION = "allow_self_registration";
  private static final String REGISTRATION_FORMERLY = "allow_registration";
  private static final String SWITCHES = "notification_settings";
  private static final String APP_NAME_ERROR = "App name must be between 3 and 100 characters";
  private static final List<String> BOOLEANS =
      List.of(
          REGISTRATION,
          REGISTRATION_FORMERLY,
          "auto_archive_completed_projects",
          "notify_on_overdue_tasks",
          "github_integration_enabled");
  private static final List<String> DAYS =
      List.of("audit_log_retention_days", "project_retention_days");
  private static final List<String> ROLES =
      Arrays.stream(Role.values()).map(Role::wireName).toList();

  static SettingsChange read(JsonBody body) {
    if (body.isEmpty()) {
      throw ApiException.badRequest("No settings provided");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "app_name", appName(body));
    BOOLEANS.forEach(key -> put(values, key, bool(body, key)));
    put(values, "default_user_role", role(body));
    put(values, SWITCHES, switches(body));
    DAYS.forEach(key -> put(values, key, days(body, key)));
    return new SettingsChange(values);
  }

  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /**
   * What is to be stored: both names of the registration flag, and the switches sent among those
   * that were.
   */
  Map<String, Object> applyTo(Settings before) {
    Map<String, Object> stored = new LinkedHashMap<>(values);
    Object registration = values.getOrDefault(REGISTRATION, values.get(REGISTRATION_FORMERLY));
    if (registration != null) {
      stored.put(REGISTRATION, registration);
      stored.put(REGISTRATION_FORMERLY, registration);
    }
    if (values.get(SWITCHES) instanceof Map<?, ?> sent) {
      Map<Object, Object> switches = new TreeMap<>(before.notificationSettings());
      switches.putAll(sent);
      stored.put(SWITCHES, switches);
    }
    return stored;
  }

  private static void put(Map<String, Object> values, String key, @Nullable Object value) {
    if (value != null) {
      values.put(key, value);
    }
  }

  private static @Nullable String appName(JsonBody body) {
    String name = body.text("app_name", APP_NAME_ERROR).value();
    if (name != null && !SettingLimits.isAppName(name)) {
      throw ApiException.badRequest(APP_NAME_ERROR);
    }
    return name;
  }

  private static @Nullable Boolean bool(JsonBody body, String key) {
    return body.bool(key, key + " must be a boolean value").value();
  }

  private static @Nullable String role(JsonBody body) {
    return body.oneOf(
            "default_user_role",
            ROLES,
            "Default user role must be one of: developer, team_lead, admin")
        .value();
  }

  private static @Nullable Map<String, Boolean> switches(JsonBody body) {
    JsonBody sent = body.object(SWITCHES, SWITCHES + " must be an object");
    if (sent == null) {
      return null;
    }
    Map<String, Boolean> switches = new TreeMap<>();
    for (String key : sent.names()) {
      Field<Boolean> on =
          sent.bool(key, "Notification setting \"" + key + "\" must be a boolean value");
      if (on.value() != null) {
        switches.put(key, on.value());
      }
    }
    return switches;
  }

  private static @Nullable Integer days(JsonBody body, String key) {
    Field<Integer> days =
        body.integer(key, Integer.MIN_VALUE, Integer.MAX_VALUE, key + " must be an integer value");
    Integer value = days.value();
    if (value != null && value < 0) {
      throw ApiException.badRequest(key + " must be a non-negative integer");
    }
    if (value != null && !SettingLimits.isRetention(value)) {
      throw ApiException.badRequest(key + " is invalid");
    }
    return value;
  }

  /** How the API documents the request. */
  record Documented(
      @Nullable Role defaultUserRole,
      @Nullable Boolean allowSelfRegistration,
      @Nullable Integer auditLogRetentionDays,
      @Nullable Integer projectRetentionDays,
      @Nullable Boolean autoArchiveCompletedProjects,
      @Nullable Boolean notifyOnOverdueTasks,
      @Nullable Map<String, Boolean> notificationSettings,
      @Nullable Boolean githubIntegrationEnabled,
      @Nullable String appName,
      @Nullable Boolean allowRegistration) {}
}
