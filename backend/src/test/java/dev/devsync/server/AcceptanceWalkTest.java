package dev.devsync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people do with the earlier web client, from an empty database on, with the requests that it
 * sends (contract, SPA section 10). The steps with GitHub and live events are tested beside those
 * modules.
 */
class AcceptanceWalkTest extends HttpTest {

  private EarlierClient admin;
  private EarlierClient dora;

  @BeforeEach
  void twoPeopleRegister() {
    admin = registered("Ada Admin", "ada@example.com");
    dora = registered("Dora Developer", "dora@example.com");
  }

  private EarlierClient registered(String name, String email) {
    EarlierClient client = new EarlierClient(port);
    client.register(name, email);
    client.signIn(email);
    return client;
  }

  private static Map<String, Object> taskForm(Object assignee, Object project) {
    Map<String, Object> form = new HashMap<>();
    form.put("title", "Write the manual");
    form.put("description", "All of it");
    form.put("status", "todo");
    form.put("priority", "high");
    form.put("assigned_to", assignee);
    form.put("project_id", project);
    form.put("deadline", "2031-05-01T10:00:00.000Z");
    return form;
  }

  private int project(List<Integer> members) {
    return admin
        .post(
            "/projects",
            Map.of(
                "name", "Manuals", "description", "", "status", "active", "team_members", members))
        .statusCode(201)
        .extract()
        .path("project.id");
  }

  private int task() {
    int project = project(List.of(dora.id()));
    return admin
        .post("/tasks", taskForm(Integer.toString(dora.id()), Integer.toString(project)))
        .statusCode(201)
        .extract()
        .path("task.id");
  }

  @Test
  void step1TheFirstToRegisterIsTheAdminAndSeesFiguresAndTheLatestEntries() {
    assertThat(admin.signIn("ada@example.com")).isEqualTo("admin");

    admin.get("/auth/permissions").statusCode(200).body("permissions", not(hasSize(0)));
    admin
        .get("/dashboard/admin?timeRange=week")
        .statusCode(200)
        .body("users.total", equalTo(2))
        .body("projects.total", equalTo(0))
        .body("tasks.total", equalTo(0));
    admin
        .get("/admin/audit-logs?page=1&per_page=3")
        .statusCode(200)
        .body("logs", hasSize(3))
        .body("logs[0].action", notNullValue());
  }

  @Test
  void step2TheSecondIsADeveloperWithoutGithub() {
    assertThat(dora.signIn("dora@example.com")).isEqualTo("developer");

    dora.get("/github/status").statusCode(200).body("connected", equalTo(false));
    dora.get("/dashboard/client")
        .statusCode(200)
        .body("taskCounts.assigned", equalTo(0))
        .body("recentTasks", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dashboard/admin?timeRange=month",
        "/dashboard/client",
        "/users",
        "/projects",
        "/tasks",
        "/reports",
        "/notifications",
        "/admin/users",
        "/admin/audit-logs?page=1&per_page=3",
        "/github/status"
      })
  void step3ATeamLeadIsNeverThrownOut(String path) {
    admin.put("/admin/users/" + dora.id() + "/role", Map.of("role", "team_lead")).statusCode(200);
    assertThat(dora.signIn("dora@example.com")).isEqualTo("team_lead");

    dora.get(path).statusCode(200);
  }

  @Test
  void step4AProjectIsMadeChangedShownToMembersOnlyAndDeleted() {
    int project = project(List.of(dora.id()));
    EarlierClient outsider = registered("Otto", "otto@example.com");

    Map<String, Object> edited =
        Map.of(
            "name", "Handbooks",
            "description", "New",
            "status", "active",
            "github_repo", "",
            "team_members", List.of(dora.id()));
    admin.put("/projects/" + project, edited).statusCode(200);
    dora.get("/projects/" + project)
        .statusCode(200)
        .body("project.name", equalTo("Handbooks"))
        .body("project.team_members.id", hasItem(dora.id()));
    outsider.get("/projects/" + project).statusCode(403);
    admin.delete("/projects/" + project).statusCode(204);
    dora.get("/projects/" + project).statusCode(404);
  }

  @Test
  void step5EditingTheTitleOfATaskKeepsAllElse() {
    int task = task();
    var shown = dora.get("/tasks/" + task).statusCode(200).extract().jsonPath();
    assertThat(shown.getInt("task.assigned_to")).isEqualTo(dora.id());
    assertThat(shown.getString("task.deadline")).startsWith("2031-05-01T10:00:00");

    Map<String, Object> form = taskForm(dora.id(), shown.getInt("task.project_id"));
    form.put("title", "Write the whole manual");
    dora.put("/tasks/" + task, form).statusCode(200);

    dora.get("/tasks/" + task)
        .body("task.title", equalTo("Write the whole manual"))
        .body("task.assigned_to", equalTo(dora.id()))
        .body("task.project_id", equalTo(shown.getInt("task.project_id")))
        .body("task.deadline", equalTo(shown.getString("task.deadline")));
  }

  @Test
  void step6TheAssigneeCompletesATask() {
    int task = task();

    dora.put("/tasks/" + task, Map.of("progress", 100)).statusCode(200);
    dora.put(
            "/tasks/" + task,
            Map.of("status", "done", "completed_date", "2031-01-01T00:00:00.000Z"))
        .statusCode(200);
    dora.get("/tasks/" + task)
        .body("task.status", equalTo("done"))
        .body("task.progress", equalTo(100));

    dora.put("/tasks/" + task, Map.of("status", "completed")).statusCode(200);
    dora.get("/tasks").statusCode(200).body("tasks[0].status", equalTo("completed"));
  }

  @Test
  void step7ATaskWithCommentsCanBeDeleted() {
    int task = task();
    dora.post("/tasks/" + task + "/comments", comment("Done soon")).statusCode(201);

    admin.delete("/tasks/" + task).statusCode(200);

    dora.get("/tasks/" + task).statusCode(404);
  }

  private Map<String, Object> comment(String text) {
    return Map.of("content", text, "author_id", admin.id(), "author_name", "Ada Admin");
  }

  @Test
  void step8AMentionNotifiesAndIsMarkedAsRead() {
    int task = task();
    dora.put("/notifications/read-all", Map.of()).statusCode(200);
    admin
        .post("/tasks/" + task + "/comments", comment("Can you help, @Dora Developer?"))
        .statusCode(201);

    int mention =
        dora.get("/notifications")
            .statusCode(200)
            .body("notifications[0].is_read", equalTo(false))
            .body("notifications[0].content", notNullValue())
            .extract()
            .path("notifications[0].id");
    dora.put("/notifications/" + mention + "/read", Map.of()).statusCode(200);
    dora.get("/notifications").body("unread_count", equalTo(0));
  }

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

  @Test
  void step14AfterSigningOutTheOldTokenWorksNoMore() {
    dora.withoutToken().post("/auth/refresh").then().statusCode(200).body("token", notNullValue());
    dora.withoutToken().post("/auth/logout").then().statusCode(200);

    dora.get("/tasks").statusCode(401);
    dora.withoutToken().post("/auth/refresh").then().statusCode(401);
  }

  @Test
  void step15AnotherOriginMayCallItAlsoWhenItIsRefused() {
    dora.withoutToken()
        .header("Access-Control-Request-Method", "PUT")
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .options("/tasks/1")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo(EarlierClient.ORIGIN))
        .header("Access-Control-Allow-Credentials", equalTo("true"));
    dora.get("/tasks/1")
        .statusCode(404)
        .header("Access-Control-Allow-Origin", EarlierClient.ORIGIN);
    dora.get("/auth/permissions").body("permissions", hasItems(notNullValue()));
  }
}
