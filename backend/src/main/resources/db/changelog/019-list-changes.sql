-- liquibase formatted sql

-- changeset devsync:019-list-changes
-- Both columns are the key, because transaction ids repeat in another cluster.
CREATE TABLE ops.list_changes (
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  begun_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc'),
  PRIMARY KEY (xid, begun_at)
);
COMMENT ON TABLE ops.list_changes IS
  'Transactions that changed what lists of tasks and projects show, noted by triggers. Names the state of the lists for conditional requests.';
-- rollback DROP TABLE ops.list_changes;

-- changeset devsync:019-note-list-change splitStatements:false
CREATE FUNCTION ops.note_list_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ops.list_changes DEFAULT VALUES ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
-- rollback DROP FUNCTION ops.note_list_change();

-- changeset devsync:019-list-change-triggers
CREATE TRIGGER note_list_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.tasks
  FOR EACH STATEMENT EXECUTE FUNCTION ops.note_list_change();
CREATE TRIGGER note_list_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.projects
  FOR EACH STATEMENT EXECUTE FUNCTION ops.note_list_change();
CREATE TRIGGER note_list_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.project_members
  FOR EACH STATEMENT EXECUTE FUNCTION ops.note_list_change();
CREATE TRIGGER note_list_change AFTER UPDATE OF name, role OR DELETE OR TRUNCATE ON public.users
  FOR EACH STATEMENT EXECUTE FUNCTION ops.note_list_change();
-- rollback DROP TRIGGER note_list_change ON public.tasks;
-- rollback DROP TRIGGER note_list_change ON public.projects;
-- rollback DROP TRIGGER note_list_change ON public.project_members;
-- rollback DROP TRIGGER note_list_change ON public.users;
