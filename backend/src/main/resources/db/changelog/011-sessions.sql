-- liquibase formatted sql

-- changeset devsync:011-sessions
CREATE TABLE ops.sessions (
  id uuid PRIMARY KEY,
  user_id integer NOT NULL REFERENCES public.users (id) ON DELETE CASCADE,
  created_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc'),
  last_seen_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc'),
  access_expires_at timestamp NOT NULL,
  expires_at timestamp NOT NULL,
  ended_at timestamp,
  end_reason varchar(50),
  ip varchar(45),
  user_agent varchar(255)
);
CREATE INDEX idx_sessions_user_id ON ops.sessions (user_id);
CREATE INDEX idx_sessions_expires_at ON ops.sessions (expires_at);
COMMENT ON TABLE ops.sessions IS
  'One sign-in. Its id is the claim "sid" of its tokens; good while ended_at is null and expires_at is ahead.';
COMMENT ON COLUMN ops.sessions.access_expires_at IS 'End of the newest access token, for whoever is still let in.';
COMMENT ON COLUMN ops.sessions.expires_at IS 'Absolute: refreshing does not move it.';
-- rollback DROP TABLE ops.sessions;

-- changeset devsync:011-refresh-tokens
-- Refresh tokens of a session form one chain. Presenting the current one replaces it (replaced_at, replaced_by);
-- being replaced is therefore the same as having been used. A replaced token is still accepted
--   (a) until 60 seconds after replaced_at, or
--   (b) while its successor is current, that is, the row replaced_by names has replaced_at null,
-- and is then answered with the session's current token, so the chain never forks. Any other token of a session
-- that is still open is theft, and so is one with no row here: rows that pass neither (a) nor (b) may be deleted.
CREATE TABLE ops.refresh_tokens (
  jti uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES ops.sessions (id) ON DELETE CASCADE,
  issued_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc'),
  replaced_at timestamp,
  replaced_by uuid,
  CONSTRAINT check_replacement CHECK ((replaced_at IS NULL) = (replaced_by IS NULL))
);
-- Exactly one current token a session; of two rotations at once, one waits and finds itself replaced.
CREATE UNIQUE INDEX idx_refresh_tokens_current ON ops.refresh_tokens (session_id) WHERE replaced_at IS NULL;
CREATE INDEX idx_refresh_tokens_session_id ON ops.refresh_tokens (session_id, replaced_at);
COMMENT ON TABLE ops.refresh_tokens IS
  'The chain of refresh tokens of each session. No token can be rebuilt from it without the signing key.';
COMMENT ON COLUMN ops.refresh_tokens.issued_at IS 'The claim "iat": the same token can be signed again for a repeated request.';
-- rollback DROP TABLE ops.refresh_tokens;
