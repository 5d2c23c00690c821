-- liquibase formatted sql

-- As 002: the earlier server's tables, kept where they exist.

-- changeset devsync:003-notifications rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.notifications (
  id serial PRIMARY KEY,
  user_id integer NOT NULL,
  notification_type varchar(50) NOT NULL,
  title varchar(255) NOT NULL,
  message text NOT NULL,
  reference_id varchar(50),
  is_read boolean,
  created_at timestamp,
  read_at timestamp,
  task_id integer
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.notifications) THEN
    RAISE EXCEPTION 'notifications holds rows and is not dropped';
  END IF;
  DROP TABLE public.notifications;
END $$;
*/

-- changeset devsync:003-github-tokens rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.github_tokens (
  id serial PRIMARY KEY,
  user_id integer NOT NULL,
  access_token text NOT NULL,
  refresh_token text,
  token_expires_at timestamp,
  created_at timestamp
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.github_tokens) THEN
    RAISE EXCEPTION 'github_tokens holds rows and is not dropped';
  END IF;
  DROP TABLE public.github_tokens;
END $$;
*/

-- changeset devsync:003-github-repositories rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.github_repositories (
  id serial PRIMARY KEY,
  repo_name varchar(255) NOT NULL,
  repo_url varchar(255) NOT NULL,
  github_id bigint
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.github_repositories) THEN
    RAISE EXCEPTION 'github_repositories holds rows and is not dropped';
  END IF;
  DROP TABLE public.github_repositories;
END $$;
*/

-- changeset devsync:003-task-github-links rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.task_github_links (
  id serial PRIMARY KEY,
  task_id integer NOT NULL,
  repo_id integer NOT NULL,
  issue_number integer,
  pull_request_number integer,
  created_at timestamp
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.task_github_links) THEN
    RAISE EXCEPTION 'task_github_links holds rows and is not dropped';
  END IF;
  DROP TABLE public.task_github_links;
END $$;
*/

-- changeset devsync:003-reports rollbackSplitStatements:false
-- json, not jsonb: the order of keys and the form of numbers are part of a saved report.
CREATE TABLE IF NOT EXISTS public.reports (
  id serial PRIMARY KEY,
  user_id integer NOT NULL,
  report_type varchar(50) NOT NULL,
  date_range varchar(50) NOT NULL,
  summary json NOT NULL,
  details json NOT NULL,
  generated_at timestamp
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.reports) THEN RAISE EXCEPTION 'reports holds rows and is not dropped'; END IF;
  DROP TABLE public.reports;
END $$;
*/

-- changeset devsync:003-audit-logs rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.audit_logs (
  id serial PRIMARY KEY,
  actor_user_id integer,
  actor_role varchar(20),
  action varchar(100) NOT NULL,
  resource_type varchar(50),
  resource_id varchar(50),
  ip varchar(45),
  user_agent varchar(255),
  metadata_info json,
  created_at timestamp
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.audit_logs) THEN RAISE EXCEPTION 'audit_logs holds rows and is not dropped'; END IF;
  DROP TABLE public.audit_logs;
END $$;
*/

-- changeset devsync:003-system-settings rollbackSplitStatements:false
CREATE TABLE IF NOT EXISTS public.system_settings (
  key varchar(100) PRIMARY KEY,
  value json NOT NULL,
  updated_by integer,
  updated_at timestamp
);
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM public.system_settings) THEN
    RAISE EXCEPTION 'system_settings holds rows and is not dropped';
  END IF;
  DROP TABLE public.system_settings;
END $$;
*/
