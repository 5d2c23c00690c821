package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every test only reads, so one database serves them all. */
class ContractCatalogueTest {

  private static ScratchDatabase database;

  @BeforeAll
  static void open() throws Exception {
    database = ScratchDatabase.migrated();
  }

  @AfterAll
  static void close() throws Exception {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "users, 'id,name,email,password,role,github_username,github_connected,created_at'",
    "projects, 'id,name,description,status,github_repo,created_by,created_at,updated_at,version'",
    "project_members, 'project_id,user_id'",
    "tasks,"
        + " 'id,title,description,status,priority,progress,assigned_to,created_by,deadline,created_at,updated_at,project_id,version'",
    "comments, 'id,task_id,user_id,content,created_at,version,updated_at,parent_id'",
    "notifications,"
        + " 'id,user_id,notification_type,title,message,reference_id,is_read,created_at,read_at,task_id'",
    "github_tokens, 'id,user_id,access_token,refresh_token,token_expires_at,created_at'",
    "github_repositories, 'id,repo_name,repo_url,github_id,tracked,webhook_secret'",
    "task_github_links,"
        + " 'id,task_id,repo_id,issue_number,pull_request_number,created_at,issue_title,pull_request_title,issue_state,created_by,last_synced_at'",
    "reports, 'id,user_id,report_type,date_range,summary,details,generated_at'",
    "audit_logs,"
        + " 'id,actor_user_id,actor_role,action,resource_type,resource_id,ip,user_agent,metadata_info,created_at'",
    "system_settings, 'key,value,updated_by,updated_at,version'"
  })
  void everyTableHasItsColumns(String table, String columns) throws Exception {
    assertThat(
            database.value(
                "SELECT string_agg(column_name, ',' ORDER BY ordinal_position) FROM"
                    + " information_schema.columns WHERE table_schema = 'public' AND table_name = '"
                    + table
                    + "'"))
        .isEqualTo(columns);
  }

  @Test
  void everyNamedIndexExists() throws Exception {
    assertThat(database.column("SELECT indexname FROM pg_indexes WHERE schemaname = 'public'"))
        .contains(
            "idx_users_email",
            "idx_users_email_lower",
            "idx_users_role",
            "idx_projects_created_by",
            "idx_projects_status",
            "idx_projects_updated_at",
            "idx_project_members_user_id",
            "idx_tasks_assigned_to",
            "idx_tasks_created_at",
            "idx_tasks_created_by",
            "idx_tasks_deadline",
            "idx_tasks_deadline_status",
            "idx_tasks_progress",
            "idx_tasks_status",
            "idx_tasks_status_assigned",
            "idx_tasks_updated_at",
            "idx_tasks_project_id",
            "idx_tasks_project_status",
            "idx_comments_task_id",
            "idx_comments_user_id",
            "idx_comments_created_at",
            "idx_notifications_created_at",
            "idx_notifications_is_read",
            "idx_notifications_task_id",
            "idx_notifications_user_id",
            "idx_github_tokens_user_id",
            "idx_github_repositories_name",
            "idx_github_repositories_repo_url_unique",
            "idx_task_github_links_task_id",
            "idx_task_github_links_repo_id",
            "idx_task_github_links_created_at",
            "idx_reports_user_id",
            "idx_reports_user_generated",
            "idx_reports_type",
            "idx_reports_generated_at",
            "idx_audit_logs_actor_time",
            "idx_audit_logs_action",
            "idx_audit_logs_resource",
            "idx_audit_logs_created_at");
  }
}
