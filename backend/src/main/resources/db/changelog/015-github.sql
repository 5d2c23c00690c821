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
