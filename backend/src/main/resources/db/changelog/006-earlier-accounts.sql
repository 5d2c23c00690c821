-- liquibase formatted sql

-- Makes the accounts of an earlier database valid. Nothing is dropped; every change is noted.

-- changeset devsync:006-roles
-- Only these roles exist now; the former role "client" had a developer's rights at most.
WITH changed AS (
  UPDATE public.users u SET role = 'developer'
  FROM public.users former
  WHERE former.id = u.id AND former.role NOT IN ('developer', 'team_lead', 'admin')
  RETURNING u.id, former.role
)
INSERT INTO ops.migration_notes (subject, detail)
SELECT 'users.role', format('user %s: role %s became developer', id, role) FROM changed ORDER BY id;
-- rollback empty

-- changeset devsync:006-emails splitStatements:false
-- Addresses are now unique whatever their case. The oldest account keeps its address; a later one gets a
-- sub-address of the same mailbox, which its owner can change in the profile.
DO $$
DECLARE
  later record;
  host text;
  room integer;
  suffix text;
  candidate text;
BEGIN
  FOR later IN
    SELECT id, email FROM public.users u
    WHERE EXISTS (SELECT FROM public.users older WHERE lower(older.email) = lower(u.email) AND older.id < u.id)
    ORDER BY id
  LOOP
    host := substring(later.email FROM '@[^@]*$');
    FOR n IN 2..1000000 LOOP
      suffix := '+' || n;
      room := 100 - length(host) - length(suffix);
      candidate := CASE
        WHEN room >= 1 THEN left(left(later.email, -length(host)), room) || suffix || host
        ELSE format('user-%s%s@duplicate.invalid', later.id, suffix)
      END;
      EXIT WHEN NOT EXISTS (SELECT FROM public.users WHERE lower(email) = lower(candidate));
    END LOOP;
    UPDATE public.users SET email = candidate WHERE id = later.id;
    INSERT INTO ops.migration_notes (subject, detail)
    VALUES ('users.email', format('user %s: address %s differed only in case from an older account and became %s',
        later.id, later.email, candidate));
  END LOOP;
END $$;
-- rollback empty

-- changeset devsync:006-superseded-github-tokens rollbackSplitStatements:false
CREATE TABLE ops.superseded_github_tokens (
  id integer PRIMARY KEY,
  user_id integer NOT NULL REFERENCES public.users (id) ON DELETE CASCADE,
  access_token text NOT NULL,
  refresh_token text,
  token_expires_at timestamp,
  created_at timestamp,
  superseded_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc')
);
CREATE INDEX idx_superseded_github_tokens_user_id ON ops.superseded_github_tokens (user_id);
COMMENT ON TABLE ops.superseded_github_tokens IS
  'Older token rows of users who had several in an earlier database. Encrypt or empty it like public.github_tokens.';
/* liquibase rollback
DO $$ BEGIN
  IF EXISTS (SELECT FROM ops.superseded_github_tokens) THEN
    RAISE EXCEPTION 'superseded_github_tokens holds rows and is not dropped';
  END IF;
  DROP TABLE ops.superseded_github_tokens;
END $$;
*/

-- changeset devsync:006-github-tokens
-- One account, one token row: the newest stays. The others move as rows, so no token shows up in a log.
WITH ranked AS (
  SELECT id, row_number() OVER (
      PARTITION BY user_id ORDER BY coalesce(created_at, '-infinity') DESC, id DESC) AS age
  FROM public.github_tokens
), moved AS (
  DELETE FROM public.github_tokens t USING ranked r
  WHERE t.id = r.id AND r.age > 1
  RETURNING t.id, t.user_id, t.access_token, t.refresh_token, t.token_expires_at, t.created_at
), kept AS (
  INSERT INTO ops.superseded_github_tokens (id, user_id, access_token, refresh_token, token_expires_at, created_at)
  SELECT id, user_id, access_token, refresh_token, token_expires_at, created_at FROM moved
  RETURNING id, user_id
)
INSERT INTO ops.migration_notes (subject, detail)
SELECT 'github_tokens',
    format('user %s: older token rows %s moved to ops.superseded_github_tokens', user_id, string_agg(id::text, ', ' ORDER BY id))
FROM kept GROUP BY user_id ORDER BY user_id;
-- rollback empty

-- changeset devsync:006-github-connected
WITH changed AS (
  UPDATE public.users u SET github_connected = held.has_token
  FROM (SELECT id, github_connected,
      EXISTS (SELECT FROM public.github_tokens t WHERE t.user_id = users.id) AS has_token FROM public.users) held
  WHERE held.id = u.id AND u.github_connected IS DISTINCT FROM held.has_token
  RETURNING u.id, held.github_connected AS former, u.github_connected AS present
)
INSERT INTO ops.migration_notes (subject, detail)
SELECT 'users.github_connected',
    format('user %s: %s became %s, as the token rows say', id, former::text, present::text)
FROM changed WHERE former IS NOT NULL ORDER BY id;
-- rollback empty
