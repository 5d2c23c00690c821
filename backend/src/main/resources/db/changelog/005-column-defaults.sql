-- liquibase formatted sql

-- The earlier server filled defaults in its own code, so its columns have none. Times are UTC without a zone.

-- changeset devsync:005-value-defaults
ALTER TABLE public.users ALTER COLUMN github_connected SET DEFAULT false;
ALTER TABLE public.projects ALTER COLUMN status SET DEFAULT 'active';
ALTER TABLE public.tasks ALTER COLUMN priority SET DEFAULT 'medium';
ALTER TABLE public.tasks ALTER COLUMN progress SET DEFAULT 0;
ALTER TABLE public.notifications ALTER COLUMN is_read SET DEFAULT false;
ALTER TABLE public.github_repositories ALTER COLUMN tracked SET DEFAULT false;
-- rollback ALTER TABLE public.users ALTER COLUMN github_connected DROP DEFAULT;
-- rollback ALTER TABLE public.projects ALTER COLUMN status DROP DEFAULT;
-- rollback ALTER TABLE public.tasks ALTER COLUMN priority DROP DEFAULT, ALTER COLUMN progress DROP DEFAULT;
-- rollback ALTER TABLE public.notifications ALTER COLUMN is_read DROP DEFAULT;

-- changeset devsync:005-time-defaults splitStatements:false rollbackSplitStatements:false
DO $$
DECLARE
  stamp record;
BEGIN
  FOR stamp IN SELECT * FROM (VALUES
      ('users', 'created_at'),
      ('projects', 'created_at'), ('projects', 'updated_at'),
      ('tasks', 'created_at'), ('tasks', 'updated_at'),
      ('comments', 'created_at'),
      ('notifications', 'created_at'),
      ('github_tokens', 'created_at'),
      ('task_github_links', 'created_at'),
      ('reports', 'generated_at'),
      ('audit_logs', 'created_at'),
      ('system_settings', 'updated_at')) AS stamps(table_name, column_name)
  LOOP
    EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I SET DEFAULT (now() AT TIME ZONE ''utc'')',
        stamp.table_name, stamp.column_name);
  END LOOP;
END $$;
-- rollback empty

-- changeset devsync:005-sequences splitStatements:false
-- Rows copied in with their ids (a restore, a manual import) leave a sequence behind; the next insert would fail.
DO $$
DECLARE
  owned record;
  highest integer;
BEGIN
  FOR owned IN
    SELECT table_name, pg_get_serial_sequence(format('public.%I', table_name), 'id') AS sequence_name
    FROM unnest(ARRAY['users', 'projects', 'tasks', 'comments', 'notifications', 'github_tokens',
        'github_repositories', 'task_github_links', 'reports', 'audit_logs']) AS tables(table_name)
  LOOP
    EXECUTE format('SELECT max(id) FROM public.%I', owned.table_name) INTO highest;
    IF highest >= coalesce(pg_sequence_last_value(owned.sequence_name::regclass), 0) THEN
      PERFORM setval(owned.sequence_name::regclass, highest);
    END IF;
  END LOOP;
END $$;
-- rollback empty
