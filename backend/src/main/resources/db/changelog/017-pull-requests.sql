-- liquibase formatted sql

-- changeset devsync:017-pull-requests
CREATE TABLE ops.github_pull_requests (
  repo_id integer NOT NULL REFERENCES public.github_repositories (id) ON DELETE CASCADE,
  number integer NOT NULL,
  stage varchar(20),
  happened_at timestamp,
  news_at timestamp,
  named_tasks integer[] NOT NULL DEFAULT '{}',
  closing_tasks integer[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (repo_id, number)
);
COMMENT ON TABLE ops.github_pull_requests IS 'What is known of pull requests besides what links show.';
COMMENT ON COLUMN ops.github_pull_requests.stage IS 'How far it got, as last seen: opened, review_requested, merged, closed or gone.';
COMMENT ON COLUMN ops.github_pull_requests.happened_at IS 'When it got there.';
COMMENT ON COLUMN ops.github_pull_requests.news_at IS 'When the newest news that was heeded happened at GitHub; older news is ignored.';
COMMENT ON COLUMN ops.github_pull_requests.named_tasks IS 'Tasks it was linked with because it names them. A link that somebody removed does not come back.';
COMMENT ON COLUMN ops.github_pull_requests.closing_tasks IS 'Tasks it names with a closing word, as in "fixes DS-42".';
-- rollback DROP TABLE ops.github_pull_requests;

-- changeset devsync:017-pull-request-rules
CREATE TABLE ops.github_pull_request_rules (
  repo_id integer PRIMARY KEY REFERENCES public.github_repositories (id) ON DELETE CASCADE,
  opened varchar(20),
  review_requested varchar(20),
  merged varchar(20),
  closed varchar(20),
  closing_words_only boolean NOT NULL DEFAULT false,
  project_ids integer[] NOT NULL DEFAULT '{}',
  since timestamp NOT NULL
);
COMMENT ON TABLE ops.github_pull_request_rules IS 'Which status tasks get when their pull requests get on; without a row, none.';
COMMENT ON COLUMN ops.github_pull_request_rules.project_ids IS 'Projects whose tasks pull requests may name; empty for all.';
COMMENT ON COLUMN ops.github_pull_request_rules.since IS 'What happened before moves nothing.';
-- rollback DROP TABLE ops.github_pull_request_rules;

-- changeset devsync:017-pull-request-polls
CREATE TABLE ops.github_pull_request_polls (
  repo_id integer PRIMARY KEY REFERENCES public.github_repositories (id) ON DELETE CASCADE,
  tracked_by integer REFERENCES public.users (id) ON DELETE SET NULL,
  etag text,
  etag_user_id integer,
  polled_at timestamp
);
CREATE INDEX idx_github_pull_request_polls_tracked_by ON ops.github_pull_request_polls (tracked_by);
COMMENT ON COLUMN ops.github_pull_request_polls.tracked_by IS 'Whose token may be used to ask, besides those of people who linked.';
-- rollback DROP TABLE ops.github_pull_request_polls;

-- changeset devsync:017-links-by-pull-request
CREATE INDEX idx_task_github_links_pull_request ON public.task_github_links (repo_id, pull_request_number)
  WHERE pull_request_number IS NOT NULL;
-- rollback DROP INDEX public.idx_task_github_links_pull_request;

-- changeset devsync:017-failed-deliveries
-- A delivery that cannot be heeded shows in the log of synchronisation, where it can be retried or ignored.
ALTER TABLE ops.github_sync_events ADD COLUMN kept_delivery bigint REFERENCES ops.github_deliveries (id) ON DELETE CASCADE;
CREATE UNIQUE INDEX idx_github_sync_events_delivery ON ops.github_sync_events (kept_delivery) WHERE kept_delivery IS NOT NULL;
COMMENT ON COLUMN ops.github_sync_events.kept_delivery IS 'The delivery whose failure the row tells of.';
-- rollback ALTER TABLE ops.github_sync_events DROP COLUMN kept_delivery;
