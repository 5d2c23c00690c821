-- liquibase formatted sql

-- changeset devsync:020-presence-people
-- That somebody left is told by name also after the account is gone. Unknown for those whom an
-- earlier server records while both run.
ALTER TABLE ops.presence ADD COLUMN name varchar(100), ADD COLUMN role varchar(20);
-- rollback ALTER TABLE ops.presence DROP COLUMN name, DROP COLUMN role;

-- changeset devsync:020-fleeting-events
CREATE INDEX idx_events_fleeting ON ops.events (created_at) WHERE type IN ('presence.changed', 'relayed');
-- rollback DROP INDEX ops.idx_events_fleeting;
