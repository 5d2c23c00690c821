-- liquibase formatted sql

-- changeset devsync:018-writes-begun
-- Written down before the call is made: an answer may be lost, and so may the server that waits for it.
ALTER TABLE ops.github_sync_events ADD COLUMN sent varchar(20);
UPDATE ops.github_sync_events SET sent = CASE action WHEN 'close_issue' THEN 'closed' WHEN 'reopen_issue' THEN 'open'
  ELSE 'comment' END WHERE direction = 'to_github' AND outcome <> 'done';
COMMENT ON COLUMN ops.github_sync_events.sent IS
  'What a call said that was begun, which may have reached GitHub even if nobody heard the answer: closed, open or comment.';
-- rollback ALTER TABLE ops.github_sync_events DROP COLUMN sent;

-- changeset devsync:018-token-renewals
-- A refresh token is good once, so only one server at a time may exchange that of a user.
CREATE TABLE ops.github_token_renewals (
  user_id integer PRIMARY KEY REFERENCES public.users (id) ON DELETE CASCADE,
  until timestamp NOT NULL
);
COMMENT ON TABLE ops.github_token_renewals IS 'Tokens that are being renewed; until tells when whoever does it is given up.';
-- rollback DROP TABLE ops.github_token_renewals;

-- changeset devsync:018-incomplete-polls
ALTER TABLE ops.github_pull_request_polls ADD COLUMN incomplete boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN ops.github_pull_request_polls.incomplete IS
  'The last round ended before it had read all that is new, so that the next must not stop at what is known.';
-- rollback ALTER TABLE ops.github_pull_request_polls DROP COLUMN incomplete;

-- changeset devsync:018-issue-creations
CREATE TABLE ops.github_issue_creations (
  task_id integer NOT NULL REFERENCES public.tasks (id) ON DELETE CASCADE,
  repo_id integer NOT NULL REFERENCES public.github_repositories (id) ON DELETE CASCADE,
  begun_at timestamp NOT NULL,
  PRIMARY KEY (task_id, repo_id)
);
CREATE INDEX idx_github_issue_creations_repo ON ops.github_issue_creations (repo_id);
COMMENT ON TABLE ops.github_issue_creations IS
  'Issues that were asked for but are not linked: they may exist although nobody heard the answer. Whoever asks again looks first.';
-- rollback DROP TABLE ops.github_issue_creations;

-- changeset devsync:018-resting-tokens
ALTER TABLE ops.github_write_pace ADD COLUMN resting_until timestamp;
COMMENT ON COLUMN ops.github_write_pace.resting_until IS 'Until then GitHub asked for no calls at all with the token.';
-- rollback ALTER TABLE ops.github_write_pace DROP COLUMN resting_until;

-- changeset devsync:018-webhook-registrations
CREATE TABLE ops.github_webhook_registrations (
  id integer PRIMARY KEY REFERENCES public.github_repositories (id) ON DELETE CASCADE,
  busy_until timestamp,
  uncertain boolean NOT NULL DEFAULT false,
  former_secret text
);
COMMENT ON TABLE ops.github_webhook_registrations IS 'Webhooks being registered, by the id of the repository.';
COMMENT ON COLUMN ops.github_webhook_registrations.uncertain IS
  'GitHub was told a new secret, but its answer was not heard: the former one is accepted too, until the new one is seen.';
COMMENT ON COLUMN ops.github_webhook_registrations.former_secret IS 'Ciphertext; null if the repository had no secret of its own.';
-- rollback DROP TABLE ops.github_webhook_registrations;
