package dev.devsync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The steps of people at work. Those with GitHub and live events are tested beside those modules.
 */
class AcceptanceWalkTest extends AcceptanceWalk {

  private Map<String, Object> comment(String text) {
    return Map.of("content", text, "author_id", admin.id(), "author_name", "Ada Admin");
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
