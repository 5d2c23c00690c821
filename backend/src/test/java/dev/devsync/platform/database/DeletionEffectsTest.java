package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionEffectsTest {

  /** User 1 created the project and the task; user 2 did everything else. */
  private static final String ROWS =
      """
      INSERT INTO users (id, name, email, password, role) VALUES
        (1, 'Ada', 'ada@example.com', 'x', 'admin'), (2, 'Bob', 'bob@example.com', 'x', 'developer');
      INSERT INTO projects (id, name, created_by) VALUES (1, 'Site', 1);
      INSERT INTO project_members VALUES (1, 2);
      INSERT INTO tasks (id, title, status, created_by, assigned_to, project_id) VALUES (1, 'Write', 'todo', 1, 2, 1);
      INSERT INTO comments (id, task_id, user_id, content, parent_id) VALUES
        (1, 1, 2, 'Question', NULL), (2, 1, 1, 'Answer', 1);
      INSERT INTO notifications (id, user_id, notification_type, title, message, task_id) VALUES
        (1, 2, 'general', 'Hello', 'Hello', 1);
      INSERT INTO github_tokens (user_id, access_token) VALUES (2, 'ciphertext');
      INSERT INTO github_repositories (id, repo_name, repo_url) VALUES (1, 'a/b', 'u');
      INSERT INTO task_github_links (task_id, repo_id, created_by) VALUES (1, 1, 2);
      INSERT INTO reports (user_id, report_type, date_range, summary, details) VALUES (2, 'tasks', 'week', '{}', '[]');
      INSERT INTO audit_logs (actor_user_id, actor_role, action) VALUES (2, 'developer', 'user_login');
      INSERT INTO system_settings (key, value, updated_by) VALUES ('app_name', '"DevSync"', 2);
      INSERT INTO ops.sessions (id, user_id, access_expires_at, expires_at)
        VALUES ('00000000-0000-0000-0000-000000000001', 2, now(), now());
      INSERT INTO ops.refresh_tokens (jti, session_id)
        VALUES ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001');
      INSERT INTO ops.superseded_github_tokens (id, user_id, access_token) VALUES (1, 2, 'ciphertext');
      """;

  private ScratchDatabase database;

  @BeforeEach
  void fill() throws Exception {
    database = ScratchDatabase.migrated();
    database.run(ROWS);
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @ParameterizedTest(name = "deleting from {0} where id = {1}: {2} gives {4}, before {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "users | 2 | SELECT count(*) FROM project_members | 1 | 0",
        "users | 2 | SELECT assigned_to FROM tasks | 2 | null",
        "users | 2 | SELECT count(*) FROM comments WHERE user_id = 2 | 1 | 0",
        "users | 2 | SELECT parent_id FROM comments WHERE id = 2 | 1 | null",
        "users | 2 | SELECT count(*) FROM notifications | 1 | 0",
        "users | 2 | SELECT count(*) FROM github_tokens | 1 | 0",
        "users | 2 | SELECT created_by FROM task_github_links | 2 | null",
        "users | 2 | SELECT count(*) FROM reports | 1 | 0",
        "users | 2 | SELECT actor_user_id FROM audit_logs | 2 | null",
        "users | 2 | SELECT updated_by FROM system_settings | 2 | null",
        "users | 2 | SELECT count(*) FROM ops.sessions | 1 | 0",
        "users | 2 | SELECT count(*) FROM ops.refresh_tokens | 1 | 0",
        "users | 2 | SELECT count(*) FROM ops.superseded_github_tokens | 1 | 0",
        "projects | 1 | SELECT count(*) FROM project_members | 1 | 0",
        "projects | 1 | SELECT project_id FROM tasks | 1 | null",
        "tasks | 1 | SELECT count(*) FROM comments | 2 | 0",
        "tasks | 1 | SELECT count(*) FROM task_github_links | 1 | 0",
        "tasks | 1 | SELECT task_id FROM notifications | 1 | null",
        "comments | 1 | SELECT parent_id FROM comments WHERE id = 2 | 1 | null",
        "github_repositories | 1 | SELECT count(*) FROM task_github_links | 1 | 0"
      })
  void deletingARowHasItsEffect(String table, int id, String question, String before, String after)
      throws Exception {
    assertThat(database.value(question)).isEqualTo(before);

    database.run("DELETE FROM " + table + " WHERE id = " + id);

    assertThat(database.value(question)).isEqualTo(after);
  }

  @Test
  void theRoleInTheAuditLogOutlivesTheUser() throws Exception {
    database.run("DELETE FROM users WHERE id = 2");

    assertThat(database.value("SELECT actor_role FROM audit_logs")).isEqualTo("developer");
  }

  @ParameterizedTest
  @CsvSource({"projects, fk_tasks_created_by", "tasks, fk_projects_created_by"})
  void aCreatorIsOnlyDeletedOnceSomebodyElseIsNamed(String reassigned, String refusal)
      throws Exception {
    database.run("UPDATE " + reassigned + " SET created_by = 2");

    assertThatThrownBy(() -> database.run("DELETE FROM users WHERE id = 1"))
        .hasMessageContaining(refusal);
  }
}
