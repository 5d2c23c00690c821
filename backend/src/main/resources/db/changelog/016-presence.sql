-- liquibase formatted sql

-- changeset devsync:016-presence
-- Not logged: after a crash nobody is looking at anything.
CREATE UNLOGGED TABLE ops.instances (
  id uuid PRIMARY KEY,
  seen_at timestamp NOT NULL
);
CREATE UNLOGGED TABLE ops.presence (
  room varchar(50) NOT NULL,
  socket varchar(50) NOT NULL,
  user_id integer NOT NULL,
  instance uuid NOT NULL,
  joined_at timestamp NOT NULL,
  PRIMARY KEY (room, socket)
);
CREATE INDEX idx_presence_instance ON ops.presence (instance);
COMMENT ON TABLE ops.instances IS 'Servers that share this database, and when each was last heard of.';
COMMENT ON TABLE ops.presence IS 'Which sockets look at which project or task. Rows of a lost instance are removed by another.';
-- rollback DROP TABLE ops.presence, ops.instances;
