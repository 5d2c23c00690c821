-- liquibase formatted sql

-- changeset devsync:009-users-and-projects
CREATE INDEX IF NOT EXISTS idx_users_email ON public.users (email);
CREATE INDEX IF NOT EXISTS idx_users_role ON public.users (role);
CREATE INDEX IF NOT EXISTS idx_projects_created_by ON public.projects (created_by);
CREATE INDEX IF NOT EXISTS idx_projects_status ON public.projects (status);
CREATE INDEX IF NOT EXISTS idx_projects_updated_at ON public.projects (updated_at);
CREATE INDEX IF NOT EXISTS idx_project_members_user_id ON public.project_members (user_id);
-- rollback DROP INDEX public.idx_users_email, public.idx_users_role, public.idx_projects_created_by, public.idx_projects_status, public.idx_projects_updated_at, public.idx_project_members_user_id;

-- changeset devsync:009-tasks
CREATE INDEX IF NOT EXISTS idx_tasks_assigned_to ON public.tasks (assigned_to);
CREATE INDEX IF NOT EXISTS idx_tasks_created_at ON public.tasks (created_at);
CREATE INDEX IF NOT EXISTS idx_tasks_created_by ON public.tasks (created_by);
CREATE INDEX IF NOT EXISTS idx_tasks_deadline ON public.tasks (deadline);
CREATE INDEX IF NOT EXISTS idx_tasks_deadline_status ON public.tasks (deadline, status);
CREATE INDEX IF NOT EXISTS idx_tasks_progress ON public.tasks (progress);
CREATE INDEX IF NOT EXISTS idx_tasks_status ON public.tasks (status);
CREATE INDEX IF NOT EXISTS idx_tasks_status_assigned ON public.tasks (status, assigned_to);
CREATE INDEX IF NOT EXISTS idx_tasks_updated_at ON public.tasks (updated_at);
CREATE INDEX IF NOT EXISTS idx_tasks_project_id ON public.tasks (project_id);
CREATE INDEX IF NOT EXISTS idx_tasks_project_status ON public.tasks (project_id, status);
-- Filters and sorts see a null priority as "medium", and titles without regard to case.
CREATE INDEX IF NOT EXISTS idx_tasks_priority ON public.tasks (coalesce(priority, 'medium'));
CREATE INDEX IF NOT EXISTS idx_tasks_title ON public.tasks (lower(title), id);
-- rollback DROP INDEX public.idx_tasks_assigned_to, public.idx_tasks_created_at, public.idx_tasks_created_by, public.idx_tasks_deadline, public.idx_tasks_deadline_status, public.idx_tasks_progress, public.idx_tasks_status, public.idx_tasks_status_assigned, public.idx_tasks_updated_at, public.idx_tasks_project_id, public.idx_tasks_project_status, public.idx_tasks_priority, public.idx_tasks_title;

-- changeset devsync:009-comments
CREATE INDEX IF NOT EXISTS idx_comments_task_id ON public.comments (task_id);
CREATE INDEX IF NOT EXISTS idx_comments_user_id ON public.comments (user_id);
CREATE INDEX IF NOT EXISTS idx_comments_created_at ON public.comments (created_at);
CREATE INDEX IF NOT EXISTS idx_comments_parent_id ON public.comments (parent_id);
CREATE INDEX IF NOT EXISTS idx_comments_task_oldest ON public.comments (task_id, created_at, id);
-- rollback DROP INDEX public.idx_comments_task_id, public.idx_comments_user_id, public.idx_comments_created_at, public.idx_comments_parent_id, public.idx_comments_task_oldest;

-- changeset devsync:009-notifications
CREATE INDEX IF NOT EXISTS idx_notifications_created_at ON public.notifications (created_at);
CREATE INDEX IF NOT EXISTS idx_notifications_is_read ON public.notifications (is_read);
CREATE INDEX IF NOT EXISTS idx_notifications_task_id ON public.notifications (task_id);
CREATE INDEX IF NOT EXISTS idx_notifications_user_id ON public.notifications (user_id);
CREATE INDEX IF NOT EXISTS idx_notifications_user_newest ON public.notifications (user_id, created_at DESC, id DESC);
CREATE INDEX IF NOT EXISTS idx_notifications_user_unread ON public.notifications (user_id) WHERE is_read IS NOT TRUE;
-- An overdue task is told to a person once; this answers "already told?" for a whole sweep.
CREATE INDEX IF NOT EXISTS idx_notifications_overdue ON public.notifications (task_id, user_id) WHERE notification_type = 'task_overdue';
-- rollback DROP INDEX public.idx_notifications_created_at, public.idx_notifications_is_read, public.idx_notifications_task_id, public.idx_notifications_user_id, public.idx_notifications_user_newest, public.idx_notifications_user_unread, public.idx_notifications_overdue;

-- changeset devsync:009-github
-- The earlier index of this name is not unique.
DROP INDEX IF EXISTS public.idx_github_tokens_user_id;
CREATE UNIQUE INDEX idx_github_tokens_user_id ON public.github_tokens (user_id);
CREATE INDEX IF NOT EXISTS idx_github_repositories_name ON public.github_repositories (repo_name);
CREATE UNIQUE INDEX IF NOT EXISTS idx_github_repositories_repo_url_unique ON public.github_repositories (repo_url);
CREATE INDEX IF NOT EXISTS idx_task_github_links_task_id ON public.task_github_links (task_id);
CREATE INDEX IF NOT EXISTS idx_task_github_links_repo_id ON public.task_github_links (repo_id);
CREATE INDEX IF NOT EXISTS idx_task_github_links_created_at ON public.task_github_links (created_at);
CREATE INDEX IF NOT EXISTS idx_task_github_links_created_by ON public.task_github_links (created_by);
CREATE INDEX IF NOT EXISTS idx_task_github_links_issue ON public.task_github_links (repo_id, issue_number);
CREATE INDEX IF NOT EXISTS idx_task_github_links_sync ON public.task_github_links (last_synced_at NULLS FIRST) WHERE issue_number IS NOT NULL;
-- rollback DROP INDEX public.idx_github_tokens_user_id, public.idx_github_repositories_name, public.idx_github_repositories_repo_url_unique, public.idx_task_github_links_task_id, public.idx_task_github_links_repo_id, public.idx_task_github_links_created_at, public.idx_task_github_links_created_by, public.idx_task_github_links_issue, public.idx_task_github_links_sync;

-- changeset devsync:009-reports-and-audit
CREATE INDEX IF NOT EXISTS idx_reports_user_id ON public.reports (user_id);
CREATE INDEX IF NOT EXISTS idx_reports_user_generated ON public.reports (user_id, generated_at);
CREATE INDEX IF NOT EXISTS idx_reports_type ON public.reports (report_type);
CREATE INDEX IF NOT EXISTS idx_reports_generated_at ON public.reports (generated_at);
CREATE INDEX IF NOT EXISTS idx_audit_logs_actor_time ON public.audit_logs (actor_user_id, created_at);
CREATE INDEX IF NOT EXISTS idx_audit_logs_action ON public.audit_logs (action);
CREATE INDEX IF NOT EXISTS idx_audit_logs_resource ON public.audit_logs (resource_type);
CREATE INDEX IF NOT EXISTS idx_audit_logs_created_at ON public.audit_logs (created_at, id);
-- rollback DROP INDEX public.idx_reports_user_id, public.idx_reports_user_generated, public.idx_reports_type, public.idx_reports_generated_at, public.idx_audit_logs_actor_time, public.idx_audit_logs_action, public.idx_audit_logs_resource, public.idx_audit_logs_created_at;
