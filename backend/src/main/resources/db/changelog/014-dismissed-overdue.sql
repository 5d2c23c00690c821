-- liquibase formatted sql

-- changeset devsync:014-dismissed-overdue
-- Notifications that a task is overdue which their recipients deleted. Without this the next check would bring
-- them back; another deadline is another matter.
CREATE TABLE ops.dismissed_overdue (
  task_id integer NOT NULL REFERENCES public.tasks ON DELETE CASCADE,
  user_id integer NOT NULL REFERENCES public.users ON DELETE CASCADE,
  deadline timestamp NOT NULL,
  PRIMARY KEY (task_id, user_id)
);
CREATE INDEX idx_dismissed_overdue_user_id ON ops.dismissed_overdue (user_id);
-- rollback DROP TABLE ops.dismissed_overdue;
