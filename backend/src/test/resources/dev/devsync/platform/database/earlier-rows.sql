-- Rows with their ids, so that the sequences are behind, and with every oddity an upgrade has to live with.

INSERT INTO alembic_version VALUES ('9f2c1d7a');

INSERT INTO users (id, name, email, password, role, github_connected, created_at) VALUES
  (1, 'Ada', 'ada@example.com', '$2b$12$a', 'admin', true, '2025-01-01 08:00:00'),
  (2, 'Bob', 'bob@example.com', '$2b$12$b', 'client', NULL, '2025-01-02 08:00:00'),
  (3, 'Ada again', 'Ada@Example.com', '$2b$12$c', 'developer', true, '2025-01-03 08:00:00'),
  (4, 'Ada once more', 'ADA@EXAMPLE.COM', '$2b$12$d', 'team_lead', false, NULL),
  (5, 'Ada''s filter', 'ada+2@example.com', '$2b$12$e', 'developer', false, '2025-01-05 08:00:00'),
  (6, 'Long', repeat('l', 88) || '@example.com', '$2b$12$f', 'developer', false, '2025-01-06 08:00:00'),
  (7, 'Longer', repeat('L', 88) || '@example.com', '$2b$12$g', 'developer', false, '2025-01-07 08:00:00'),
  (8, 'Far', 'f@' || repeat('h', 94) || '.com', '$2b$12$h', 'developer', false, '2025-01-08 08:00:00'),
  (9, 'Farther', 'F@' || repeat('h', 94) || '.com', '$2b$12$i', 'developer', false, '2025-01-09 08:00:00');

INSERT INTO projects (id, name, description, status, created_by, created_at, updated_at) VALUES
  (1, 'Website', 'Relaunch', 'active', 1, '2025-02-01 08:00:00', '2025-02-02 08:00:00'),
  (2, 'Paused', NULL, 'on-hold', 1, '2025-02-03 08:00:00', '2025-02-03 08:00:00'),
  (3, 'Unlabelled', NULL, NULL, 2, '2025-02-04 08:00:00', '2025-02-04 08:00:00'),
  (4, 'Shelved', NULL, 'archived', 2, NULL, '2025-02-05 08:00:00');

INSERT INTO project_members VALUES (1, 1), (1, 2), (2, 3);

INSERT INTO tasks (id, title, description, status, priority, progress, assigned_to, created_by, created_at, updated_at, project_id) VALUES
  (1, 'Write copy', 'For the front page', 'todo', 'high', 10, 2, 1, '2025-03-01 08:00:00', '2025-03-02 08:00:00', 1),
  (2, 'Check copy', NULL, 'in_review', NULL, NULL, 2, 1, '2025-03-03 08:00:00', '2025-03-03 08:00:00', 1),
  (3, 'Overdone', '', 'completed', 'urgent', 150, NULL, 2, '2025-03-04 08:00:00', '2025-03-05 08:00:00', NULL),
  (4, 'Underdone', '', 'blocked', 'low', -5, 3, 2, NULL, '2025-03-06 08:00:00', 4),
  (5, 'Undated', '', 'done', 'medium', 100, 3, 2, NULL, NULL, 4);

INSERT INTO comments (id, task_id, user_id, content, created_at) VALUES
  (1, 1, 2, 'Started', NULL),
  (2, 1, 1, 'Thanks', '2025-04-02 08:00:00');

INSERT INTO notifications (id, user_id, notification_type, title, message, reference_id, is_read, created_at, task_id) VALUES
  (1, 2, 'task_assigned', 'New Task Assigned', 'Write copy', '1', NULL, '2025-04-01 08:00:00', 1),
  (2, 2, 'general', 'Hello', 'Welcome', NULL, true, NULL, NULL);

INSERT INTO github_tokens (id, user_id, access_token, refresh_token, created_at) VALUES
  (1, 1, 'gho_first', 'ghr_first', '2025-05-01 08:00:00'),
  (2, 1, 'gho_newest', NULL, '2025-05-03 08:00:00'),
  (3, 1, 'gho_undated', NULL, NULL),
  (4, 2, 'gho_bob', NULL, NULL);

INSERT INTO github_repositories (id, repo_name, repo_url, github_id) VALUES
  (1, 'acme/website', 'https://github.com/acme/website', 2147483647);

INSERT INTO task_github_links (id, task_id, repo_id, issue_number, created_at) VALUES
  (1, 1, 1, 7, '2025-06-01 08:00:00');

INSERT INTO reports (id, user_id, report_type, date_range, summary, details, generated_at) VALUES
  (1, 1, 'tasks', 'week', '{"z": 1.50,  "a": 2}', '[]', '2025-07-01 08:00:00');

INSERT INTO audit_logs (id, actor_user_id, actor_role, action, resource_type, resource_id, metadata_info, created_at) VALUES
  (1, 2, 'client', 'user_login', 'user', '2', NULL, '2025-08-01 08:00:00');

INSERT INTO system_settings (key, value, updated_by, updated_at) VALUES
  ('default_user_role', '"developer"', 1, '2025-09-01 08:00:00');
