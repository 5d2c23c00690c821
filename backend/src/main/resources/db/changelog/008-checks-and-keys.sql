-- liquibase formatted sql

-- changeset devsync:008-users
ALTER TABLE public.users DROP CONSTRAINT IF EXISTS check_valid_role;
ALTER TABLE public.users ADD CONSTRAINT check_valid_role CHECK (role IN ('developer', 'team_lead', 'admin'));
CREATE UNIQUE INDEX IF NOT EXISTS idx_users_email_lower ON public.users (lower(email));
-- rollback DROP INDEX public.idx_users_email_lower;
-- rollback ALTER TABLE public.users DROP CONSTRAINT check_valid_role;

-- changeset devsync:008-progress-and-state
ALTER TABLE public.tasks DROP CONSTRAINT IF EXISTS check_valid_progress;
ALTER TABLE public.tasks ADD CONSTRAINT check_valid_progress CHECK (progress BETWEEN 0 AND 100);
ALTER TABLE public.task_github_links DROP CONSTRAINT IF EXISTS check_valid_issue_state;
ALTER TABLE public.task_github_links ADD CONSTRAINT check_valid_issue_state CHECK (issue_state IN ('open', 'closed'));
ALTER TABLE public.projects ALTER COLUMN status SET NOT NULL;
-- rollback ALTER TABLE public.projects ALTER COLUMN status DROP NOT NULL;
-- rollback ALTER TABLE public.task_github_links DROP CONSTRAINT check_valid_issue_state;
-- rollback ALTER TABLE public.tasks DROP CONSTRAINT check_valid_progress;

-- changeset devsync:008-statuses splitStatements:false
-- Rows with a status of former times (in_review, for one) are kept and read back as stored, so the checks admit
-- the values an earlier database already holds besides today's.
DO $$
DECLARE
  rule record;
  known text[];
  historic text[];
BEGIN
  FOR rule IN SELECT * FROM (VALUES
      ('tasks', 'check_valid_task_status', ARRAY['backlog', 'todo', 'in_progress', 'review', 'done', 'completed']),
      ('projects', 'check_valid_project_status', ARRAY['active', 'completed', 'on_hold', 'cancelled']))
      AS rules(table_name, constraint_name, current_values)
  LOOP
    known := rule.current_values;
    EXECUTE format('SELECT coalesce(array_agg(DISTINCT status ORDER BY status), ''{}'') FROM public.%I
        WHERE status <> ALL ($1)', rule.table_name) INTO historic USING known;
    INSERT INTO ops.migration_notes (subject, detail)
    SELECT rule.table_name || '.status', format('historic status "%s" is kept', value) FROM unnest(historic) AS value;
    EXECUTE format('ALTER TABLE public.%I DROP CONSTRAINT IF EXISTS %I', rule.table_name, rule.constraint_name);
    EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT %I CHECK (status IN (%s))', rule.table_name,
        rule.constraint_name, (SELECT string_agg(quote_literal(value), ', ') FROM unnest(known || historic) AS value));
  END LOOP;
END $$;
-- rollback ALTER TABLE public.projects DROP CONSTRAINT check_valid_project_status;
-- rollback ALTER TABLE public.tasks DROP CONSTRAINT check_valid_task_status;

-- changeset devsync:008-foreign-keys splitStatements:false rollbackSplitStatements:false
-- The earlier server's keys all refuse deletion and their names are not known for certain, so each is found by
-- its column and replaced. NO ACTION stays where the server must first name another creator.
DO $$
DECLARE
  rule record;
  former record;
BEGIN
  FOR rule IN SELECT * FROM (VALUES
      ('projects', 'created_by', 'users', 'NO ACTION'),
      ('project_members', 'project_id', 'projects', 'CASCADE'),
      ('project_members', 'user_id', 'users', 'CASCADE'),
      ('tasks', 'assigned_to', 'users', 'SET NULL'),
      ('tasks', 'created_by', 'users', 'NO ACTION'),
      ('tasks', 'project_id', 'projects', 'SET NULL'),
      ('comments', 'task_id', 'tasks', 'CASCADE'),
      ('comments', 'user_id', 'users', 'CASCADE'),
      ('comments', 'parent_id', 'comments', 'SET NULL'),
      ('notifications', 'user_id', 'users', 'CASCADE'),
      ('notifications', 'task_id', 'tasks', 'SET NULL'),
      ('github_tokens', 'user_id', 'users', 'CASCADE'),
      ('task_github_links', 'task_id', 'tasks', 'CASCADE'),
      ('task_github_links', 'repo_id', 'github_repositories', 'CASCADE'),
      ('task_github_links', 'created_by', 'users', 'SET NULL'),
      ('reports', 'user_id', 'users', 'CASCADE'),
      ('audit_logs', 'actor_user_id', 'users', 'SET NULL'),
      ('system_settings', 'updated_by', 'users', 'SET NULL')) AS rules(child, column_name, parent, effect)
  LOOP
    FOR former IN
      SELECT c.conname FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
      WHERE c.contype = 'f' AND c.conrelid = ('public.' || rule.child)::regclass AND a.attname = rule.column_name
    LOOP
      EXECUTE format('ALTER TABLE public.%I DROP CONSTRAINT %I', rule.child, former.conname);
    END LOOP;
    EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES public.%I (id) ON DELETE %s',
        rule.child, 'fk_' || rule.child || '_' || rule.column_name, rule.column_name, rule.parent, rule.effect);
  END LOOP;
END $$;
/* liquibase rollback
DO $$
DECLARE
  key record;
BEGIN
  FOR key IN SELECT conrelid::regclass AS child, conname FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key.child, key.conname);
  END LOOP;
END $$;
*/
