package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmptyDatabaseMigrationTest {

  private static final String HISTORY =
      "SELECT concat_ws(' ', id, orderexecuted, md5sum, dateexecuted) FROM ops.databasechangelog"
          + " ORDER BY orderexecuted";

  private ScratchDatabase database;

  @BeforeEach
  void migrate() throws Exception {
    database = ScratchDatabase.empty();
    database.migrate();
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @Test
  void publicHoldsExactlyTheTwelveDomainTables() throws Exception {
    assertThat(relations("public"))
        .containsExactly(
            "audit_logs",
            "comments",
            "github_repositories",
            "github_tokens",
            "notifications",
            "project_members",
            "projects",
            "reports",
            "system_settings",
            "task_github_links",
            "tasks",
            "users");
  }

  @Test
  void everythingElseLivesInOps() throws Exception {
    assertThat(relations("ops"))
        .containsExactly(
            "databasechangelog",
            "databasechangeloglock",
            "dismissed_overdue",
            "events",
            "github_deliveries",
            "github_issue_creations",
            "github_issues",
            "github_oauth_states",
            "github_pull_request_polls",
            "github_pull_request_rules",
            "github_pull_requests",
            "github_sync_events",
            "github_token_renewals",
            "github_webhook_registrations",
            "github_write_pace",
            "instances",
            "migration_notes",
            "presence",
            "refresh_tokens",
            "scheduled_tasks",
            "sessions",
            "superseded_github_tokens",
            "work_changes");
  }

  @Test
  void nothingIsNotedWhenThereWasNothingToUpgrade() throws Exception {
    assertThat(database.column("SELECT detail FROM ops.migration_notes")).isEmpty();
  }

  @Test
  void migratingAgainChangesNothing() throws Exception {
    var before = database.column(HISTORY);

    database.migrate();

    assertThat(before).isNotEmpty();
    assertThat(database.column(HISTORY)).isEqualTo(before);
  }

  @Test
  void everyChangesetRollsBackAndAppliesAgain() throws Exception {
    database.rollBackEverything();

    assertThat(relations("public")).isEmpty();
    assertThat(relations("ops")).containsExactly("databasechangelog", "databasechangeloglock");

    database.migrate();

    assertThat(relations("public")).hasSize(12);
  }

  @Test
  void rollingBackRefusesToDropATableThatHoldsRows() throws Exception {
    database.run(
        "INSERT INTO users (name, email, password, role)"
            + " VALUES ('Ada', 'ada@example.com', 'x', 'admin')");

    assertThatThrownBy(database::rollBackEverything)
        .hasMessageContaining("users holds rows and is not dropped");

    assertThat(database.column("SELECT name FROM users")).containsExactly("Ada");
  }

  private List<String> relations(String schema) throws Exception {
    return database.column(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'p', 'f') AND relnamespace ="
            + " '"
            + schema
            + "'::regnamespace ORDER BY relname");
  }
}
