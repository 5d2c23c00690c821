package dev.devsync.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.devsync.testing.TestUser;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsInputTest extends SettingsHttpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"allow_registration": false}                                    | false
          {"allow_self_registration": false}                               | false
          {"allow_self_registration": true, "allow_registration": false}   | true
          {"allow_registration": true, "allow_self_registration": false}   | false
          """)
  void bothNamesOfTheRegistrationFlagAreOneFlag(String json, boolean expected) {
    TestUser admin = given.anAdmin();

    as(admin, json).put("/admin/settings").then().statusCode(200);

    assertThat(settings(admin))
        .containsEntry("allow_self_registration", expected)
        .containsEntry("allow_registration", expected);
    assertThat(rows())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).containsEntry("value", "" + expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"unknown\": 1, \"audit\": {}}", "{\"app_name\": null}"})
  void withoutAKnownValueNothingChangesAndNothingIsRecorded(String json) {
    TestUser admin = given.anAdmin();

    as(admin, json)
        .put("/admin/settings")
        .then()
        .statusCode(200)
        .body("settings", not(hasKey("unknown")));

    assertThat(rows()).isEmpty();
    assertThat(audited("settings_updated")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                 | No settings provided
          {"app_name": "ab"}                                                 | App name must be between 3 and 100 characters
          {"app_name": "   "}                                                | App name must be between 3 and 100 characters
          {"app_name": 12345}                                                | App name must be between 3 and 100 characters
          {"app_name": "a\\u0000bc"}                                         | App name must be between 3 and 100 characters
          {"allow_self_registration": "true"}                                | allow_self_registration must be a boolean value
          {"allow_registration": 1}                                          | allow_registration must be a boolean value
          {"auto_archive_completed_projects": []}                            | auto_archive_completed_projects must be a boolean value
          {"notify_on_overdue_tasks": "yes"}                                 | notify_on_overdue_tasks must be a boolean value
          {"github_integration_enabled": 0}                                  | github_integration_enabled must be a boolean value
          {"default_user_role": "owner"}                                     | Default user role must be one of: developer, team_lead, admin
          {"default_user_role": 5}                                           | Default user role must be one of: developer, team_lead, admin
          {"notification_settings": [true]}                                  | notification_settings must be an object
          {"notification_settings": {"task_assignments": "on"}}              | Notification setting "task_assignments" must be a boolean value
          {"audit_log_retention_days": "30"}                                 | audit_log_retention_days must be an integer value
          {"audit_log_retention_days": true}                                 | audit_log_retention_days must be an integer value
          {"project_retention_days": 1.5}                                    | project_retention_days must be an integer value
          {"project_retention_days": -1}                                     | project_retention_days must be a non-negative integer
          {"audit_log_retention_days": 36501}                                | audit_log_retention_days is invalid
          {"app_name": "x", "allow_registration": 1}                         | App name must be between 3 and 100 characters
          {"default_user_role": "x", "allow_registration": 1}                | allow_registration must be a boolean value
          {"notification_settings": 1, "default_user_role": "x"}             | Default user role must be one of: developer, team_lead, admin
          {"project_retention_days": "", "notification_settings": 1}         | notification_settings must be an object
          {"app_name": "Fine", "project_retention_days": -5}                 | project_retention_days must be a non-negative integer
          """)
  void badInputIsRefusedAndNothingChanges(String json, String message) {
    as(given.anAdmin(), json)
        .put("/admin/settings")
        .then()
        .statusCode(400)
        .body("", equalTo(Map.of("message", message)));

    assertThat(rows()).isEmpty();
    assertThat(audited("settings_updated")).isEmpty();
    assertThat(events("settings.updated")).isEmpty();
  }

  @Test
  void anAppNameMayHaveAHundredCharacters() {
    TestUser admin = given.anAdmin();

    as(admin, "{\"app_name\": \"%s\"}".formatted("🚀".repeat(100)))
        .put("/admin/settings")
        .then()
        .statusCode(200);
    as(admin, "{\"app_name\": \"%s\"}".formatted("🚀".repeat(101)))
        .put("/admin/settings")
        .then()
        .statusCode(400);
  }

  @Test
  void theyAreChangedTenTimesAMinuteAndBadBodiesComeFirst() {
    TestUser admin = given.anAdmin();
    IntStream.range(0, 10)
        .forEach(n -> as(admin, "{}").put("/admin/settings").then().statusCode(400));

    as(admin, "{}").put("/admin/settings").then().statusCode(429);
    as(admin, "{").put("/admin/settings").then().statusCode(400);
  }
}
