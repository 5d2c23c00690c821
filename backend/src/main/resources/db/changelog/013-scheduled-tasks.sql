-- liquibase formatted sql

-- changeset devsync:013-scheduled-tasks
-- The table db-scheduler 16 works on; columns and types are its own.
CREATE TABLE ops.scheduled_tasks (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamp with time zone NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX idx_scheduled_tasks_execution_time ON ops.scheduled_tasks (execution_time);
CREATE INDEX idx_scheduled_tasks_last_heartbeat ON ops.scheduled_tasks (last_heartbeat);
CREATE INDEX idx_scheduled_tasks_priority ON ops.scheduled_tasks (priority DESC, execution_time);
-- rollback DROP TABLE ops.scheduled_tasks;
