package dev.devsync.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest extends RetentionHttpTest {

  private static Map<String, Object> completed(int auditLogs, int projects) {
    return Map.of(
        "message",
        "Retention cleanup completed",
        "result",
        Map.of("audit_logs_deleted", auditLogs, "projects_deleted", projects));
  }

  @Test
  void aRunByHandDeletesOldEntriesAndOldCompletedProjects() {
    TestUser admin = given.anAdmin();
    entriesOfAge(3, 31);
    entriesOfAge(2, 29);
    TestProject old = completedProjectOfAge(admin, 31).withMember(admin);
    TestTask work = given.aTask("Work", admin).in(old);
    given.aComment("Comment", work, admin);
    int kept = completedProjectOfAge(admin, 29).id();
    jdbc.sql(
            "INSERT INTO projects (name, created_by, updated_at) VALUES ('Still active', ?, '2020-01-01')")
        .param(admin.id())
        .update();
    given.aTask("Elsewhere", admin);

    as(admin)
        .post("/admin/settings/retention/run")
        .then()
        .statusCode(200)
        .body("", equalTo(completed(3, 1)));

    assertThat(audited("old")).hasSize(2);
    assertThat(jdbc.sql("SELECT id FROM projects").query(Integer.class).list())
        .contains(kept)
        .hasSize(2)
        .doesNotContain(old.id());
    assertThat(count("tasks")).isOne();
    assertThat(count("comments")).isZero();
  }

  @Test
  void theRunIsAuditedAndAnnounced() {
    TestUser admin = given.anAdmin();
    entriesOfAge(3, 31);
    completedProjectOfAge(admin, 31);

    as(admin).post("/admin/settings/retention/run");

    assertThat(audited("audit_logs_purged"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry)
                  .containsEntry("resource_type", "audit_log")
                  .containsEntry("resource_id", null);
              assertThat(entry)
                  .containsEntry("metadata", "{\"deleted\":3}")
                  .containsEntry("actor_user_id", admin.id());
            });
    assertThat(audited("retention_cleanup_run"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry)
                  .containsEntry("resource_type", "settings")
                  .containsEntry("actor_user_id", admin.id());
              assertThat(entry.get("metadata").toString())
                  .contains("\"audit_logs_deleted\":3", "\"projects_deleted\":1");
            });
    assertThat(audited("project_deleted"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.get("metadata").toString()).contains("\"reason\":\"retention\""));
    assertThat(events("retention.run"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event)
                    .containsEntry("json", "{\"audit_logs_deleted\":3,\"projects_deleted\":1}"));
    assertThat(events("project.deleted")).hasSize(1);
  }

  @Test
  void withNothingToDeleteTheRunIsAuditedButNoPurge() {
    TestUser admin = given.anAdmin();

    as(admin).post("/admin/settings/retention/run").then().body("", equalTo(completed(0, 0)));

    assertThat(audited("retention_cleanup_run")).hasSize(1);
    assertThat(audited("audit_logs_purged")).isEmpty();
  }

  @Test
  void aRunByHandAsksNotWhetherProjectsAreDeletedByThemselves() {
    TestUser admin = given.anAdmin();
    completedProjectOfAge(admin, 31);
    given.setting("auto_archive_completed_projects", "false");

    as(admin).post("/admin/settings/retention/run").then().body("", equalTo(completed(0, 1)));
  }

  @Test
  void theDayCountsAreHonouredAndNoughtKeepsEverything() {
    TestUser admin = given.anAdmin();
    entriesOfAge(1, 8);
    completedProjectOfAge(admin, 8);
    given.setting("audit_log_retention_days", "0");
    given.setting("project_retention_days", "0");
    as(admin).post("/admin/settings/retention/run").then().body("", equalTo(completed(0, 0)));

    given.setting("audit_log_retention_days", "7");
    given.setting("project_retention_days", "9");
    as(admin).post("/admin/settings/retention/run").then().body("", equalTo(completed(1, 0)));

    given.setting("project_retention_days", "7");
    as(admin).post("/admin/settings/retention/run").then().body("", equalTo(completed(0, 1)));
  }

  @Test
  void manyEntriesGoAThousandAtATime() {
    TestUser admin = given.anAdmin();
    entriesOfAge(2_500, 31);

    int statements =
        statementsOf(
            () ->
                as(admin)
                    .post("/admin/audit-logs/cleanup")
                    .then()
                    .statusCode(200)
                    .body(
                        "",
                        equalTo(
                            Map.of("message", "Audit log cleanup completed", "deleted", 2_500))));

    assertThat(
            this.statements.statements().stream()
                .filter(sql -> sql.startsWith("DELETE FROM audit_logs")))
        .hasSize(3);
    assertThat(statements).isLessThan(12);
    assertThat(audited("audit_logs_purged")).hasSize(1);
  }

  @Test
  void cleaningTheAuditLogLeavesProjectsAlone() {
    TestUser admin = given.anAdmin();
    completedProjectOfAge(admin, 31);

    as(admin).post("/admin/audit-logs/cleanup").then().body("deleted", equalTo(0));

    assertThat(count("projects")).isOne();
    assertThat(audited("audit_logs_purged")).isEmpty();
    assertThat(audited("retention_cleanup_run")).isEmpty();
  }

  @Test
  void aFailureIsToldWithoutDetails() {
    TestUser admin = given.anAdmin();
    jdbc.sql("ALTER TABLE projects RENAME COLUMN status TO missing").update();
    try {
      as(admin)
          .post("/admin/settings/retention/run")
          .then()
          .statusCode(200)
          .body(
              "",
              equalTo(
                  Map.of(
                      "message", "Retention cleanup failed",
                      "error", "An unexpected error occurred",
                      "result", Map.of("audit_logs_deleted", 0, "projects_deleted", 0))));
    } finally {
      jdbc.sql("ALTER TABLE projects RENAME COLUMN missing TO status").update();
    }
    assertThat(events("retention.run")).isEmpty();
  }

  @Test
  void aProjectThatCannotBeDeletedDoesNotSaveTheOthers() {
    TestUser admin = given.anAdmin();
    int stuck = completedProjectOfAge(admin, 40).id();
    completedProjectOfAge(admin, 35);
    jdbc.sql("CREATE TABLE ops.stuck (project_id integer REFERENCES public.projects (id))")
        .update();
    jdbc.sql("INSERT INTO ops.stuck VALUES (?)").param(stuck).update();
    try {
      as(admin)
          .post("/admin/settings/retention/run")
          .then()
          .body("message", equalTo("Retention cleanup failed"));
      assertThat(jdbc.sql("SELECT id FROM projects").query(Integer.class).list())
          .containsExactly(stuck);
    } finally {
      jdbc.sql("DROP TABLE ops.stuck").update();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/settings/retention/run", "/admin/audit-logs/cleanup"})
  void itCanBeRunFiveTimesAMinute(String path) {
    TestUser admin = given.anAdmin();
    IntStream.range(0, 5).forEach(n -> as(admin).post(path).then().statusCode(200));

    as(admin).post(path).then().statusCode(429);
  }

  @Test
  void theAuditLogIsCleanedByAdminsOnly() {
    entriesOfAge(1, 31);
    for (TestUser user : List.of(given.aDeveloper(), given.aTeamLead())) {
      as(user)
          .post("/admin/audit-logs/cleanup")
          .then()
          .statusCode(403)
          .body("", equalTo(Map.of("message", "Admin access required")));
    }
    assertThat(audited("old")).hasSize(1);
  }
}
