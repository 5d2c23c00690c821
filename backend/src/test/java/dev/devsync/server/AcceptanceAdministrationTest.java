package dev.devsync.server;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps with reports and administration. */
class AcceptanceAdministrationTest extends AcceptanceWalk {

  @ParameterizedTest
  @ValueSource(strings = {"tasks", "developers", "github"})
  void step9AReportIsSavedListedReadAndDeleted(String type) {
    int report =
        admin
            .post(
                "/reports",
                Map.of(
                    "report_type",
                    type,
                    "date_range",
                    "week",
                    "summary",
                    Map.of("total", 3),
                    "details",
                    List.of(Map.of("id", 1))))
            .statusCode(201)
            .extract()
            .path("report.id");

    admin
        .get("/reports")
        .body("reports[0].id", equalTo(report))
        .body("reports[0].type", equalTo(type))
        .body("reports[0].details[0].id", equalTo(1));
    admin.delete("/reports/" + report).statusCode(200);
    admin.get("/reports").body("reports", hasSize(0));
  }

  @Test
  void step10UsersAreCreatedChangedAndDeleted() {
    Map<String, Object> form =
        Map.of(
            "name", "Nina New",
            "email", "nina@example.com",
            "password", "Correct-Horse-9",
            "role", "developer");
    int nina = admin.post("/admin/users", form).statusCode(201).extract().path("user.id");

    admin
        .post("/admin/users", form)
        .statusCode(greaterThan(399))
        .body("message", equalTo("Email already in use"));
    admin
        .put("/admin/users/" + nina, Map.of("name", "Nina", "email", "nina.new@example.com"))
        .statusCode(200);
    admin.put("/admin/users/" + nina + "/role", Map.of("role", "team_lead")).statusCode(200);
    admin
        .get("/admin/users")
        .body("users.find { it.id == %d }.role".formatted(nina), equalTo("team_lead"));
    admin.delete("/admin/users/" + nina).statusCode(200);
    admin.get("/admin/users").body("users.id", not(hasItem(nina)));
  }

  @Test
  void step11SettingsStayAndRegistrationCanBeSwitchedOff() {
    Map<String, Object> settings = admin.get("/admin/settings").extract().path("settings");
    Map<String, Object> edited = new HashMap<>(settings);
    edited.put("default_user_role", "team_lead");
    edited.put("allow_registration", false);
    edited.put("allow_self_registration", false);
    admin.put("/admin/settings", edited).statusCode(200);

    admin
        .get("/admin/settings")
        .body("settings.default_user_role", equalTo("team_lead"))
        .body("settings.allow_registration", equalTo(false));
    new EarlierClient(port)
        .post(
            "/auth/register",
            Map.of("name", "Late", "email", "late@example.com", "password", "Correct-Horse-9"))
        .statusCode(403)
        .header("Location", nullValue())
        .body("message", notNullValue());
  }

  @Test
  void step12TheAuditLogIsFilteredPagedAndReadInDetail() {
    int entry =
        admin
            .get("/admin/audit-logs?page=1&per_page=1&action=user_login&actor=" + dora.id())
            .statusCode(200)
            .body("logs", hasSize(1))
            .body("logs[0].actor_user_id", equalTo(dora.id()))
            .body("total", equalTo(1))
            .extract()
            .path("logs[0].id");

    admin
        .get("/admin/audit-logs/" + entry)
        .statusCode(200)
        .body("log.id", equalTo(entry))
        .body("log.user_agent", notNullValue())
        .body("log.actor_role", equalTo("developer"));
    admin
        .get("/admin/audit-logs?page=2&per_page=1")
        .body("pages", greaterThan(1))
        .body("logs", hasSize(1));
  }
}
