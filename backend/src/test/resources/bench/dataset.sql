-- The data set that figures are taken on, at :scale times its size. Every value follows from a row's number, so that
-- two runs measure the same. Run once after the first account (the admin) was registered; all accounts share its
-- password.
INSERT INTO users (name, email, password, role, created_at)
SELECT (ARRAY['Ada','Ben','Cleo','Dan','Eva','Finn','Gina','Hugo','Ida','Jon'])[1 + n % 10] || ' Tester' || n,
       'user' || n || '@example.com', first.password,
       CASE WHEN n % 20 = 0 THEN 'team_lead' ELSE 'developer' END, first.created_at
FROM generate_series(2, 200 * :scale) AS n, (SELECT password, created_at FROM users ORDER BY id LIMIT 1) AS first;

INSERT INTO projects (name, description, status, created_by, created_at, updated_at)
SELECT 'Project ' || n, 'What project ' || n || ' is for, in one or two sentences.',
       (ARRAY['active','active','active','completed','on_hold'])[1 + n % 5], 1,
       timestamp '2026-01-01' + n * interval '1 hour', now() AT TIME ZONE 'utc' - n * interval '1 minute'
FROM generate_series(1, 50 * :scale) AS n;

-- Fifty members each. Projects that were completed long ago would be deleted when a server starts.
INSERT INTO project_members (project_id, user_id)
SELECT p, 1 + (p * 7 + m) % (200 * :scale)
FROM generate_series(1, 50 * :scale) AS p, generate_series(1, 50) AS m;

INSERT INTO tasks (title, description, status, priority, progress, assigned_to, created_by, deadline, created_at,
                   updated_at, project_id)
SELECT (ARRAY['Repair','Describe','Measure','Design','Review'])[1 + n % 5] || ' '
         || (ARRAY['the sign-in page','the export','the importer','the search','the report'])[1 + n / 5 % 5] || ' ' || n,
       'Steps to take in task ' || n || '. ' || repeat('Some more words that explain it. ', 1 + n % 6),
       (ARRAY['backlog','todo','in_progress','review','done','completed'])[1 + n % 6],
       (ARRAY['low','medium','high'])[1 + n % 3],
       CASE WHEN n % 6 >= 4 THEN 100 ELSE n % 90 END,
       CASE WHEN n % 10 = 0 THEN NULL ELSE 1 + n % (200 * :scale) END, 1 + n % 40,
       CASE WHEN n % 4 = 0 THEN NULL ELSE now() AT TIME ZONE 'utc' + (n % 200 - 100) * interval '1 day' END,
       timestamp '2026-01-01' + n * interval '10 minutes' / :scale,
       timestamp '2026-02-01' + n * interval '10 minutes' / :scale, 1 + n % (50 * :scale)
FROM generate_series(1, 20000 * :scale) AS n;

INSERT INTO comments (task_id, user_id, content, created_at)
SELECT 1 + n % (20000 * :scale), 1 + n % (200 * :scale), 'Remark ' || n || ': this is what I found out about it today.',
       timestamp '2026-03-01' + n * interval '1 minute' / :scale
FROM generate_series(1, 40000 * :scale) AS n;

INSERT INTO notifications (user_id, notification_type, title, message, task_id, reference_id, is_read, created_at)
SELECT 1 + n % (200 * :scale), 'task_assigned', 'Task assigned', 'You have been assigned a task', n, n::text, n % 3 > 0,
       timestamp '2026-04-01' + n * interval '1 minute' / :scale
FROM generate_series(1, 20000 * :scale) AS n;

INSERT INTO audit_logs (actor_user_id, action, resource_type, resource_id, ip, user_agent, metadata_info, created_at)
SELECT 1 + n % (200 * :scale), (ARRAY['task_created','task_updated','user_login','comment_created'])[1 + n % 4], 'task',
       n::text, '192.0.2.1', 'Mozilla/5.0', '{"title": "A task"}',
       now() AT TIME ZONE 'utc' - n * interval '1 minute' / :scale
FROM generate_series(1, 20000 * :scale) AS n;
