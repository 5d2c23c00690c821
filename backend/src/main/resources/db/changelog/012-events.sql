-- liquibase formatted sql

-- changeset devsync:012-events
-- No foreign keys: an event outlives the rows it tells of.
CREATE TABLE ops.events (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  type varchar(50) NOT NULL,
  project_id integer,
  task_id integer,
  actor_id integer,
  payload json NOT NULL,
  created_at timestamp NOT NULL DEFAULT (now() AT TIME ZONE 'utc')
);
CREATE INDEX idx_events_xid_seq ON ops.events (xid, seq);
CREATE INDEX idx_events_task_seq ON ops.events (task_id, seq);
CREATE INDEX idx_events_created_at ON ops.events (created_at);
COMMENT ON TABLE ops.events IS
  'Outbox: what happened, written in the transaction that did it. Read in the order (xid, seq), and only below pg_snapshot_xmin(pg_current_snapshot()), or a transaction that commits late is missed.';
COMMENT ON COLUMN ops.events.xid IS
  'Counts within one cluster only. After restoring a dump elsewhere, set it to 0 in all rows.';
-- rollback DROP TABLE ops.events;
