package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every test only reads, so one upgraded database serves them all. */
class EarlierDatabaseMigrationTest {

  private static ScratchDatabase database;

  @BeforeAll
  static void upgrade() throws Exception {
    database = ScratchDatabase.earlier();
    database.run("CREATE SCHEMA former");
    for (var table :
        database.column(
            "SELECT relname FROM pg_class WHERE relkind = 'r'"
                + " AND relnamespace = 'public'::regnamespace")) {
      database.run("CREATE TABLE former." + table + " AS TABLE public." + table);
    }
    database.migrate();
  }

  @AfterAll
  static void close() throws Exception {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users               | email,role,github_connected",
        "projects            | status,created_at",
        "project_members     | ''",
        "tasks               | progress,created_at,updated_at",
        "comments            | created_at",
        "notifications       | created_at",
        "github_repositories | ''",
        "task_github_links   | ''",
        "reports             | ''",
        "audit_logs          | ''",
        "system_settings     | ''"
      })
  void everyRowIsKeptAndOnlyTheNamedColumnsMayDiffer(String table, String mayDiffer)
      throws Exception {
    var lost =
        "SELECT to_jsonb(f) FROM former.%1$s f WHERE NOT EXISTS (SELECT FROM public.%1$s p"
            + " WHERE to_jsonb(p) @> (to_jsonb(f) - string_to_array('%2$s', ',')))";

    assertThat(database.column(lost.formatted(table, mayDiffer))).isEmpty();
    assertThat(database.value("SELECT count(*) FROM public." + table))
        .isEqualTo(database.value("SELECT count(*) FROM former." + table));
  }

  @Test
  void theFormerRoleClientBecomesDeveloper() throws Exception {
    assertThat(database.column("SELECT role FROM users ORDER BY id LIMIT 3"))
        .containsExactly("admin", "developer", "developer");
    assertThat(notes("users.role")).containsExactly("user 2: role client became developer");
    assertThat(database.value("SELECT actor_role FROM audit_logs")).isEqualTo("client");
  }

  @Test
  void laterAccountsWithTheSameAddressInAnotherCaseGetASubAddress() throws Exception {
    assertThat(database.column("SELECT email FROM users WHERE id <= 5 ORDER BY id"))
        .containsExactly(
            "ada@example.com",
            "bob@example.com",
            "Ada+3@Example.com",
            "ADA+4@EXAMPLE.COM",
            "ada+2@example.com");
    assertThat(notes("users.email"))
        .hasSize(4)
        .first()
        .isEqualTo(
            "user 3: address Ada@Example.com differed only in case from an older account"
                + " and became Ada+3@Example.com");
  }

  @Test
  void newAddressesAreValidAndFitTheColumn() throws Exception {
    var addresses = database.column("SELECT email FROM users WHERE id IN (7, 9) ORDER BY id");

    assertThat(addresses)
        .containsExactly("L".repeat(86) + "+2@example.com", "user-9+2@duplicate.invalid")
        .allMatch(address -> address.length() <= 100)
        .allMatch(address -> address.matches("[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\\.[A-Za-z0-9.-]+"));
  }

  @Test
  void historicTaskStatusesAreKeptAndStillAdmitted() throws Exception {
    assertThat(database.column("SELECT status FROM tasks ORDER BY id"))
        .containsExactly("todo", "in_review", "completed", "blocked", "done");
    assertThat(notes("tasks.status"))
        .containsExactly(
            "historic status \"blocked\" is kept", "historic status \"in_review\" is kept");
    assertThat(
            database.value(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE conname = 'check_valid_task_status'"))
        .contains("backlog", "todo", "in_progress", "review", "done", "completed")
        .contains("in_review", "blocked");
  }

  @Test
  void projectStatusesAreMappedOrKept() throws Exception {
    assertThat(database.column("SELECT status FROM projects ORDER BY id"))
        .containsExactly("active", "on_hold", "active", "archived");
    assertThat(notes("projects.status"))
        .containsExactly(
            "project 2: status on-hold became on_hold",
            "project 3: status null became active",
            "historic status \"archived\" is kept");
  }

  @Test
  void progressIsBroughtIntoRangeAndNullsStay() throws Exception {
    assertThat(database.column("SELECT progress FROM tasks ORDER BY id"))
        .containsExactly("10", null, "100", "0", "100");
    assertThat(database.value("SELECT priority FROM tasks WHERE id = 2")).isNull();
    assertThat(notes("tasks.progress"))
        .containsExactly("task 3: progress 150 became 100", "task 4: progress -5 became 0");
  }

  @Test
  void missingTimesAreTakenFromTheRowOrItsNeighbours() throws Exception {
    assertThat(database.column("SELECT created_at FROM tasks WHERE id >= 4 ORDER BY id"))
        .containsExactly("2025-03-06 08:00:00", "2025-03-04 08:00:00");
    assertThat(database.value("SELECT created_at FROM comments WHERE id = 1"))
        .isEqualTo("2025-04-02 08:00:00");
    assertThat(notes("tasks.created_at"))
        .containsExactly("missing times were estimated for rows 4, 5");
  }

  @Test
  void theNewestTokenOfAUserStaysAndOlderOnesMove() throws Exception {
    assertThat(database.column("SELECT access_token FROM github_tokens ORDER BY id"))
        .containsExactly("gho_newest", "gho_bob");
    assertThat(
            database.column(
                "SELECT concat_ws(' ', access_token, refresh_token, created_at)"
                    + " FROM ops.superseded_github_tokens ORDER BY id"))
        .containsExactly("gho_first ghr_first 2025-05-01 08:00:00", "gho_undated");
    assertThat(notes("github_tokens"))
        .containsExactly("user 1: older token rows 1, 3 moved to ops.superseded_github_tokens");
  }

  @Test
  void githubConnectedSaysWhetherThereIsAToken() throws Exception {
    assertThat(database.column("SELECT id FROM users WHERE github_connected"))
        .containsExactlyInAnyOrder("1", "2");
    assertThat(database.column("SELECT id FROM users WHERE github_connected IS NULL")).isEmpty();
    assertThat(notes("users.github_connected"))
        .containsExactly("user 3: true became false, as the token rows say");
  }

  @Test
  void notesHoldNoSecrets() throws Exception {
    assertThat(database.column("SELECT detail FROM ops.migration_notes"))
        .isNotEmpty()
        .noneMatch(detail -> detail.contains("gho_") || detail.contains("$2b$"));
  }

  @Test
  void theEarlierMigrationBookkeepingMovesToOps() throws Exception {
    assertThat(database.value("SELECT version_num FROM ops.alembic_version")).isEqualTo("9f2c1d7a");
  }

  @Test
  void savedReportsKeepTheirExactText() throws Exception {
    assertThat(database.value("SELECT summary::text FROM reports"))
        .isEqualTo("{\"z\": 1.50,  \"a\": 2}");
  }

  @Test
  void sequencesContinueAfterTheHighestId() throws Exception {
    assertThat(database.value("SELECT nextval('tasks_id_seq')")).isEqualTo("6");
  }

  private static List<String> notes(String subject) throws Exception {
    return database.column(
        "SELECT detail FROM ops.migration_notes WHERE subject = '" + subject + "' ORDER BY id");
  }
}
