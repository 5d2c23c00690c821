package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListIndexTest {

  private static ScratchDatabase database;

  @BeforeAll
  static void fill() throws Exception {
    database = ScratchDatabase.migrated();
    database.run(
        """
        INSERT INTO users (name, email, password, role)
          SELECT 'Person ' || n, n || '@example.com', 'x', 'developer' FROM generate_series(1, 200) n;
        INSERT INTO projects (name, created_by) SELECT 'Project ' || n, 1 FROM generate_series(1, 200) n;
        INSERT INTO tasks (title, status, priority, created_by, assigned_to, project_id, deadline, created_at, updated_at)
          SELECT md5(n::text), CASE WHEN n % 100 = 0 THEN 'review' ELSE 'todo' END,
            CASE WHEN n % 100 = 0 THEN 'urgent' END, n % 200 + 1, n % 200 + 1, n % 200 + 1,
            timestamp '2026-01-01' + n * interval '7 minutes', timestamp '2026-01-01' + n * interval '1 minute',
            timestamp '2026-01-01' + n * interval '2 minutes'
          FROM generate_series(1, 20000) n;
        INSERT INTO comments (task_id, user_id, content, created_at)
          SELECT n, 1, 'Yes', timestamp '2026-01-01' + n * interval '1 minute' FROM generate_series(1, 20000) n;
        INSERT INTO notifications (user_id, notification_type, title, message, is_read, created_at, task_id)
          SELECT n % 200 + 1, CASE WHEN n % 50 = 0 THEN 'task_overdue' ELSE 'general' END, 'Hello', 'Hello',
            n % 20 > 0, timestamp '2026-01-01' + n * interval '1 minute', n FROM generate_series(1, 20000) n;
        INSERT INTO audit_logs (actor_user_id, action, created_at)
          SELECT n % 200 + 1, 'user_login', timestamp '2026-01-01' + n * interval '1 minute' FROM generate_series(1, 20000) n;
        INSERT INTO reports (user_id, report_type, date_range, summary, details, generated_at)
          SELECT n % 200 + 1, 'tasks', 'week', '{}', '[]', timestamp '2026-01-01' + n * interval '1 minute'
          FROM generate_series(1, 20000) n;
        """);
    database.run("VACUUM ANALYZE");
  }

  @AfterAll
  static void close() throws Exception {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT * FROM tasks WHERE status = 'review' ; idx_tasks_(status_assigned|status)",
        "SELECT * FROM tasks WHERE coalesce(priority, 'medium') = 'urgent' ; idx_tasks_priority",
        "SELECT * FROM tasks WHERE assigned_to = 7 ; idx_tasks_(assigned_to|status_assigned)",
        "SELECT * FROM tasks WHERE created_by = 7 ; idx_tasks_created_by",
        "SELECT * FROM tasks WHERE project_id = 7 ; idx_tasks_project_(id|status)",
        "SELECT * FROM tasks ORDER BY deadline LIMIT 50 ; idx_tasks_deadline(_status)?",
        "SELECT * FROM tasks ORDER BY updated_at DESC, id DESC LIMIT 50 ; idx_tasks_updated_at",
        "SELECT * FROM tasks ORDER BY created_at DESC, id DESC LIMIT 50 ; idx_tasks_created_at",
        "SELECT * FROM tasks ORDER BY lower(title), id LIMIT 50 ; idx_tasks_title",
        "SELECT * FROM comments WHERE task_id = 7 ORDER BY created_at, id ;"
            + " idx_comments_task_(oldest|id)",
        "SELECT * FROM notifications WHERE user_id = 7 ORDER BY created_at DESC, id DESC LIMIT 50 ;"
            + " idx_notifications_user_newest",
        "SELECT count(*) FROM notifications WHERE user_id = 7 AND is_read IS NOT TRUE ;"
            + " idx_notifications_user_unread",
        "SELECT user_id FROM notifications WHERE task_id = 7 AND notification_type = 'task_overdue'"
            + " ; idx_notifications_overdue",
        "SELECT * FROM audit_logs ORDER BY created_at DESC, id DESC LIMIT 50 ;"
            + " idx_audit_logs_created_at",
        "SELECT * FROM audit_logs WHERE action ILIKE '%login%' ORDER BY created_at DESC, id DESC"
            + " LIMIT 50 ; idx_audit_logs_created_at",
        "SELECT * FROM audit_logs WHERE actor_user_id = 7 ORDER BY created_at DESC ;"
            + " idx_audit_logs_actor_time",
        "SELECT * FROM audit_logs WHERE created_at >= '2026-01-14 20:00' ;"
            + " idx_audit_logs_created_at",
        "SELECT * FROM reports ORDER BY generated_at DESC, id DESC LIMIT 50 ;"
            + " idx_reports_generated_at",
        "SELECT * FROM reports WHERE user_id = 7 ORDER BY generated_at DESC LIMIT 50 ;"
            + " idx_reports_user_(generated|id)"
      })
  void theListReadsAnIndexRatherThanTheTable(String query, String index) throws Exception {
    assertThat(database.plan(query)).containsPattern(index + "\\b").doesNotContain("Seq Scan");
  }
}
