package dev.devsync.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SettingsTest extends SettingsHttpTest {

  @Autowired private DefaultSettings defaultSettings;

  @Test
  void everySettingHasADefault() {
    assertThat(settings(given.anAdmin())).isEqualTo(DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          app_name                         | "Team board"
          default_user_role                | "team_lead"
          default_user_role                | "admin"
          auto_archive_completed_projects  | false
          notify_on_overdue_tasks          | false
          github_integration_enabled       | false
          audit_log_retention_days         | 0
          project_retention_days           | 36500
          """)
  void oneSettingChangesAndTheOthersStay(String key, String json) {
    TestUser admin = given.anAdmin();
    Object value = io.restassured.path.json.JsonPath.from("{\"v\": " + json + "}").get("v");

    as(admin, "{\"%s\": %s}".formatted(key, json))
        .put("/admin/settings")
        .then()
        .statusCode(200)
        .body("message", equalTo("System settings updated successfully"))
        .body("settings", equalTo(defaultsBut(key, value)));

    assertThat(settings(admin)).isEqualTo(defaultsBut(key, value));
    assertThat(rows())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("updated_by", admin.id()));
  }

  @Test
  void whatWasSentIsAuditedAndWhatChangedIsAnnounced() {
    TestUser admin = given.anAdmin();

    as(admin, "{\"app_name\": \"Board\", \"notify_on_overdue_tasks\": true}")
        .put("/admin/settings");

    assertThat(audited("settings_updated"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry)
                  .containsEntry("resource_type", "settings")
                  .containsEntry("resource_id", null);
              assertThat(entry).containsEntry("actor_user_id", admin.id());
              assertThat(entry)
                  .containsEntry(
                      "metadata",
                      "{\"settings_updated\":[\"app_name\",\"notify_on_overdue_tasks\"]}");
            });
    assertThat(events("settings.updated"))
        .singleElement()
        .satisfies(event -> assertThat(event).containsEntry("json", "{\"keys\":[\"app_name\"]}"));
  }

  @Test
  void theWholeAnswerCanBeSentBack() {
    TestUser admin = given.anAdmin();
    Map<String, Object> before = settings(admin);

    as(admin)
        .contentType("application/json")
        .body(before)
        .put("/admin/settings")
        .then()
        .statusCode(200);

    assertThat(settings(admin)).isEqualTo(before);
    assertThat(audited("settings_updated")).hasSize(1);
    assertThat(events("settings.updated")).isEmpty();
  }

  @Test
  void valuesNobodyCouldHaveSetReadAsDefaultsSoThatTheAnswerCanBeSentBack() {
    TestUser admin = given.anAdmin();
    given.setting("app_name", "\"A\"");
    given.setting("audit_log_retention_days", "-1");
    given.setting("project_retention_days", "\"999999\"");
    given.setting("default_user_role", "\"client\"");
    given.setting("notify_on_overdue_tasks", "\"maybe\"");
    given.setting("notification_settings", "[]");
    assertThat(settings(admin)).isEqualTo(DEFAULTS);

    as(admin)
        .contentType("application/json")
        .body(settings(admin))
        .put("/admin/settings")
        .then()
        .statusCode(200);
  }

  @Test
  void storedWordsReadAsWhatTheyMean() {
    TestUser admin = given.anAdmin();
    given.setting("notify_on_overdue_tasks", "\"off\"");
    given.setting("github_integration_enabled", "0");
    given.setting("audit_log_retention_days", "\"90\"");
    given.setting("notification_settings", "{\"task_assignments\": \"No\", \"custom\": \"yes\"}");

    Map<String, Object> settings = settings(admin);

    assertThat(settings)
        .containsEntry("notify_on_overdue_tasks", false)
        .containsEntry("github_integration_enabled", false)
        .containsEntry("audit_log_retention_days", 90)
        .containsEntry(
            "notification_settings",
            Map.of(
                "task_assignments",
                false,
                "custom",
                true,
                "email_notifications",
                true,
                "project_updates",
                true));
  }

  @Test
  void notificationSwitchesAreMergedOneByOne() {
    TestUser admin = given.anAdmin();
    as(admin, "{\"notification_settings\": {\"project_updates\": false, \"digest\": false}}")
        .put("/admin/settings");

    as(
            admin,
            "{\"notification_settings\": {\"task_assignments\": false, \"project_updates\": null}}")
        .put("/admin/settings")
        .then()
        .statusCode(200)
        .body(
            "settings.notification_settings",
            equalTo(
                Map.of(
                    "email_notifications", true,
                    "task_assignments", false,
                    "project_updates", false,
                    "digest", false)));
  }

  @Test
  void changesOfSwitchesAtTheSameTimeAreAllKept() {
    TestUser admin = given.anAdmin();
    List<String> names = IntStream.range(0, 6).mapToObj(n -> "switch" + n).toList();

    names.parallelStream()
        .forEach(
            name -> {
              TestUser another = given.anAdmin();
              as(another, "{\"notification_settings\": {\"%s\": false}}".formatted(name))
                  .put("/admin/settings")
                  .then()
                  .statusCode(200);
            });

    @SuppressWarnings("unchecked")
    Map<String, Object> stored = (Map<String, Object>) settings(admin).get("notification_settings");
    assertThat(stored).containsKeys(names.toArray(String[]::new));
  }

  @Test
  void missingRowsAreAddedAtStartAndOthersLeftAlone() {
    TestUser admin = given.anAdmin();
    given.setting("app_name", "\"Ours\"");
    given.setting("allow_registration", "false");
    given.setting("project_retention_days", "\"nonsense\"");

    defaultSettings.afterSingletonsInstantiated();

    assertThat(rows()).hasSize(10);
    assertThat(rows()).extracting(row -> row.get("value")).contains("\"Ours\"", "\"nonsense\"");
    assertThat(settings(admin))
        .containsEntry("app_name", "Ours")
        .containsEntry("allow_self_registration", false);
  }

  @Test
  void settingsAreForAdminsOnly() {
    for (TestUser user : List.of(given.aDeveloper(), given.aTeamLead())) {
      for (Response refused :
          List.of(
              as(user).get("/admin/settings"),
              as(user, "{\"app_name\": \"Mine\"}").put("/admin/settings"),
              as(user).post("/admin/settings/retention/run"))) {
        refused
            .then()
            .statusCode(403)
            .body("", equalTo(Map.of("message", "Admin access required")));
      }
    }
    assertThat(rows()).isEmpty();
  }

  @Test
  void theyAreReadTwentyTimesAMinute() {
    TestUser admin = given.anAdmin();
    IntStream.range(0, 20).forEach(n -> as(admin).get("/admin/settings").then().statusCode(200));

    as(admin).get("/admin/settings").then().statusCode(429);
  }
}
