-- liquibase formatted sql

-- changeset devsync:015-oauth-states
-- A state is good for one code. Who presents the same state and code again is given the remembered outcome.
CREATE TABLE ops.github_oauth_states (
  nonce uuid PRIMARY KEY,
  user_id integer NOT NULL REFERENCES public.users (id) ON DELETE CASCADE,
  code_verifier text NOT NULL,
  expires_at timestamp NOT NULL,
  code_hash varchar(64),
  redeemed_at timestamp,
  outcome json
);
CREATE INDEX idx_github_oauth_states_user_id ON ops.github_oauth_states (user_id);
CREATE INDEX idx_github_oauth_states_expires_at ON ops.github_oauth_states (expires_at);
COMMENT ON TABLE ops.github_oauth_states IS
  'Accounts being connected. Rows are deleted some minutes after they expire.';
COMMENT ON COLUMN ops.github_oauth_states.code_verifier IS 'Ciphertext of the PKCE secret.';
-- rollback DROP TABLE ops.github_oauth_states;

-- changeset devsync:014-issues
-- What is known of linked issues besides what the links themselves show.
CREATE TABLE ops.github_issues (
  repo_id integer NOT NULL REFERENCES public.github_repositories (id) ON DELETE CASCADE,
  number integer NOT NULL,
  news_at timestamp,
  etag text,
  etag_user_id integer,
  gone boolean NOT NULL DEFAULT false,
  busy_until timestamp,
  PRIMARY KEY (repo_id, number)
);
COMMENT ON COLUMN ops.github_issues.news_at IS 'When the newest news that was heeded happened at GitHub; older news is ignored.';
COMMENT ON COLUMN ops.github_issues.busy_until IS 'Somebody writes the issue until then at the latest; writes of one issue never overlap.';
COMMENT ON COLUMN ops.github_issues.etag_user_id IS 'Whose token the entity tag was given to; it says nothing to others.';
-- rollback DROP TABLE ops.github_issues;

-- changeset devsync:014-write-pace
CREATE TABLE ops.github_write_pace (
  user_id integer PRIMARY KEY REFERENCES public.users (id) ON DELETE CASCADE,
  next_at timestamp NOT NULL
);
COMMENT ON TABLE ops.github_write_pace IS
  'When a user''s token may write next: after the write in progress, after a pause, or when GitHub lifts a limit.';
-- rollback DROP TABLE ops.github_write_pace;

-- changeset devsync:014-deliveries
CREATE TABLE ops.github_deliveries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  delivery_id varchar(100) NOT NULL UNIQUE,
  repo_id integer REFERENCES public.github_repositories (id) ON DELETE CASCADE,
  event varchar(50) NOT NULL,
  action varchar(50),
  news json,
  outcome varchar(20) NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  error varchar(300),
  received_at timestamp NOT NULL,
  next_attempt_at timestamp
);
CREATE INDEX idx_github_deliveries_waiting ON ops.github_deliveries (next_attempt_at) WHERE outcome = 'waiting';
CREATE INDEX idx_github_deliveries_repo ON ops.github_deliveries (repo_id, received_at DESC);
COMMENT ON TABLE ops.github_deliveries IS
  'Webhook deliveries, written before they are answered. Kept to recognise repetitions, the newest thousand at least.';
-- rollback DROP TABLE ops.github_deliveries;

-- changeset devsync:014-sync-events
CREATE TABLE ops.github_sync_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  direction varchar(20) NOT NULL,
  action varchar(30) NOT NULL,
  outcome varchar(20) NOT NULL,
  reason varchar(300),
  repo_id integer NOT NULL REFERENCES public.github_repositories (id) ON DELETE CASCADE,
  task_id integer REFERENCES public.tasks (id) ON DELETE SET NULL,
  link_id integer,
  issue_number integer,
  pull_request_number integer,
  user_id integer REFERENCES public.users (id) ON DELETE SET NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamp,
  created_at timestamp NOT NULL,
  updated_at timestamp NOT NULL
);
CREATE INDEX idx_github_sync_events_repo ON ops.github_sync_events (repo_id, id DESC);
CREATE INDEX idx_github_sync_events_task ON ops.github_sync_events (task_id, id DESC);
CREATE INDEX idx_github_sync_events_user ON ops.github_sync_events (user_id);
CREATE INDEX idx_github_sync_events_unfinished ON ops.github_sync_events (link_id) WHERE outcome = 'waiting';
CREATE INDEX idx_github_sync_events_created_at ON ops.github_sync_events (created_at);
COMMENT ON TABLE ops.github_sync_events IS
  'What synchronisation did, did not, or has still to do. A waiting row towards GitHub has a job of the same id.';
-- rollback DROP TABLE ops.github_sync_events;
