-- liquibase formatted sql

-- changeset devsync:019-work-changes
-- Both columns are the key, because transaction ids repeat in another cluster.
CREATE TABLE ops.work_changes (
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  begun_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc'),
  PRIMARY KEY (xid, begun_at)
);
COMMENT ON TABLE ops.work_changes IS
  'Transactions that changed tasks, projects, their members, people or links with GitHub, noted by triggers. Names the state of the work, by which lists and dashboards are known to be unchanged.';
-- rollback DROP TABLE ops.work_changes;

-- changeset devsync:019-note-work-change splitStatements:false
CREATE FUNCTION ops.note_work_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ops.work_changes DEFAULT VALUES ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
-- rollback DROP FUNCTION ops.note_work_change();

-- changeset devsync:019-work-change-triggers
CREATE TRIGGER note_work_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.tasks
  FOR EACH STATEMENT EXECUTE FUNCTION ops.note_work_change();
CREATE TRIGGER note_work_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.projects
  FOR EACH STATEMENT EXECUTE FUNCTION ops.note_work_change();
CREATE TRIGGER note_work_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.project_members
  FOR EACH STATEMENT EXECUTE FUNCTION ops.note_work_change();
CREATE TRIGGER note_work_change AFTER INSERT OR UPDATE OF name, role, created_at OR DELETE OR TRUNCATE ON public.users
  FOR EACH STATEMENT EXECUTE FUNCTION ops.note_work_change();
CREATE TRIGGER note_work_change AFTER INSERT OR UPDATE OF task_id, repo_id, issue_number, pull_request_number, created_at
  OR DELETE OR TRUNCATE ON public.task_github_links FOR EACH STATEMENT EXECUTE FUNCTION ops.note_work_change();
CREATE TRIGGER note_work_change AFTER UPDATE OF repo_name, repo_url OR DELETE OR TRUNCATE ON public.github_repositories
  FOR EACH STATEMENT EXECUTE FUNCTION ops.note_work_change();
-- rollback DROP TRIGGER note_work_change ON public.tasks;
-- rollback DROP TRIGGER note_work_change ON public.projects;
-- rollback DROP TRIGGER note_work_change ON public.project_members;
-- rollback DROP TRIGGER note_work_change ON public.users;
-- rollback DROP TRIGGER note_work_change ON public.task_github_links;
-- rollback DROP TRIGGER note_work_change ON public.github_repositories;
