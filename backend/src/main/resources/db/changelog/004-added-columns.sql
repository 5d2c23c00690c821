-- liquibase formatted sql

-- What the earlier tables lack. Where a later earlier-server already has a column, it is kept.

-- changeset devsync:004-versions
-- Counts the changes of a row, for optimistic locking.
ALTER TABLE public.projects ADD COLUMN IF NOT EXISTS version integer NOT NULL DEFAULT 0;
ALTER TABLE public.tasks ADD COLUMN IF NOT EXISTS version integer NOT NULL DEFAULT 0;
ALTER TABLE public.comments ADD COLUMN IF NOT EXISTS version integer NOT NULL DEFAULT 0;
ALTER TABLE public.system_settings ADD COLUMN IF NOT EXISTS version integer NOT NULL DEFAULT 0;
-- rollback ALTER TABLE public.projects DROP COLUMN version;
-- rollback ALTER TABLE public.tasks DROP COLUMN version;
-- rollback ALTER TABLE public.comments DROP COLUMN version;
-- rollback ALTER TABLE public.system_settings DROP COLUMN version;

-- changeset devsync:004-comments
ALTER TABLE public.comments ADD COLUMN IF NOT EXISTS updated_at timestamp;
ALTER TABLE public.comments ADD COLUMN IF NOT EXISTS parent_id integer;
-- rollback ALTER TABLE public.comments DROP COLUMN updated_at, DROP COLUMN parent_id;

-- changeset devsync:004-github-tokens
-- Ciphertext is longer than the tokens the earlier server stored in clear.
ALTER TABLE public.github_tokens
  ALTER COLUMN access_token TYPE text,
  ALTER COLUMN refresh_token TYPE text;
-- rollback empty

-- changeset devsync:004-github-repositories
ALTER TABLE public.github_repositories ALTER COLUMN github_id TYPE bigint;
ALTER TABLE public.github_repositories ADD COLUMN IF NOT EXISTS tracked boolean NOT NULL DEFAULT false;
ALTER TABLE public.github_repositories ADD COLUMN IF NOT EXISTS webhook_secret text;
-- rollback ALTER TABLE public.github_repositories DROP COLUMN tracked, DROP COLUMN webhook_secret;

-- changeset devsync:004-task-github-links
ALTER TABLE public.task_github_links ADD COLUMN IF NOT EXISTS issue_title varchar(255);
ALTER TABLE public.task_github_links ADD COLUMN IF NOT EXISTS pull_request_title varchar(255);
ALTER TABLE public.task_github_links ADD COLUMN IF NOT EXISTS issue_state varchar(10);
ALTER TABLE public.task_github_links ADD COLUMN IF NOT EXISTS created_by integer;
ALTER TABLE public.task_github_links ADD COLUMN IF NOT EXISTS last_synced_at timestamp;
-- rollback ALTER TABLE public.task_github_links DROP COLUMN issue_title, DROP COLUMN pull_request_title, DROP COLUMN issue_state, DROP COLUMN created_by, DROP COLUMN last_synced_at;
