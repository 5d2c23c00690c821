-- liquibase formatted sql

-- changeset devsync:010-trigrams splitStatements:false rollbackSplitStatements:false
-- Trigram indexes answer "column ILIKE '%words%'" from three characters on. Searching works without them, only
-- slower, so a PostgreSQL without the extension is noted rather than refused.
DO $$
DECLARE
  home text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
    INSERT INTO ops.migration_notes (subject, detail)
    VALUES ('pg_trgm', 'this PostgreSQL lacks the extension; searches read whole tables');
    RETURN;
  END IF;
  CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA ops;
  SELECT extnamespace::regnamespace::text INTO home FROM pg_extension WHERE extname = 'pg_trgm';
  EXECUTE format('CREATE INDEX idx_tasks_search ON public.tasks
      USING gin (title %1$s.gin_trgm_ops, description %1$s.gin_trgm_ops)', home);
  EXECUTE format('CREATE INDEX idx_projects_search ON public.projects USING gin (name %s.gin_trgm_ops)', home);
  EXECUTE format('CREATE INDEX idx_users_search ON public.users
      USING gin (name %1$s.gin_trgm_ops, email %1$s.gin_trgm_ops)', home);
END $$;
/* liquibase rollback
DROP INDEX IF EXISTS public.idx_tasks_search, public.idx_projects_search, public.idx_users_search;
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm' AND extnamespace = 'ops'::regnamespace) THEN
    DROP EXTENSION pg_trgm;
  END IF;
END $$;
*/
