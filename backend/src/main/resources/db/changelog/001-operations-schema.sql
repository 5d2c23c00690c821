-- liquibase formatted sql

-- changeset devsync:001-operations-schema
-- The server creates this schema before Liquibase starts, because Liquibase keeps its own tables in it.
CREATE SCHEMA IF NOT EXISTS ops;
-- rollback empty

-- changeset devsync:001-migration-notes
CREATE TABLE ops.migration_notes (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc'),
  subject varchar(100) NOT NULL,
  detail text NOT NULL
);
COMMENT ON TABLE ops.migration_notes IS
  'What an upgrade found in an earlier database and had to change, one fact a row. Never holds secrets.';
-- rollback DROP TABLE ops.migration_notes;

-- changeset devsync:001-earlier-migration-bookkeeping splitStatements:false rollbackSplitStatements:false
-- The earlier server's migration tool kept its revision in public, where only domain tables belong.
DO $$
BEGIN
  IF to_regclass('public.alembic_version') IS NOT NULL THEN
    ALTER TABLE public.alembic_version SET SCHEMA ops;
    INSERT INTO ops.migration_notes (subject, detail)
    VALUES ('alembic_version', 'table moved from schema public to schema ops');
  END IF;
END $$;
/* liquibase rollback
ALTER TABLE IF EXISTS ops.alembic_version SET SCHEMA public;
*/
