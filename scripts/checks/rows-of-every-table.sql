-- A row for each table that neither an earlier database nor a few requests fill. The identity of rows of
-- earlier-rows.sql is relied on.
INSERT INTO ops.dismissed_overdue VALUES (1, 2, '2025-03-31 08:00:00');
INSERT INTO ops.github_oauth_states (nonce, user_id, code_verifier, expires_at, outcome)
  VALUES ('5f1c4d3e-0000-4000-8000-000000000001', 1, 'verifier', '2025-05-01 08:10:00', '{"z": 1.50,  "a": 2}');
INSERT INTO ops.github_issues (repo_id, number, news_at, etag) VALUES (1, 7, '2025-06-02 08:00:00', 'W/"tag"');
INSERT INTO ops.github_write_pace VALUES (1, '2025-06-02 08:00:00');
INSERT INTO ops.github_deliveries (delivery_id, repo_id, event, action, news, outcome, received_at)
  VALUES ('delivery', 1, 'issues', 'closed', '{"b": [1,  2]}', 'applied', '2025-06-02 08:00:00');
INSERT INTO ops.github_sync_events (direction, action, outcome, repo_id, task_id, created_at, updated_at)
  VALUES ('from_github', 'closed', 'applied', 1, 1, '2025-06-02 08:00:00', '2025-06-02 08:00:00');
INSERT INTO ops.github_pull_requests (repo_id, number, stage, named_tasks) VALUES (1, 8, 'opened', '{1,2}');
INSERT INTO ops.github_pull_request_rules (repo_id, merged, project_ids, since) VALUES (1, 'done', '{1}', '2025-06-01 08:00:00');
INSERT INTO ops.github_pull_request_polls (repo_id, tracked_by, etag) VALUES (1, 1, 'W/"tag"');
INSERT INTO ops.github_token_renewals VALUES (1, '2025-06-02 08:00:00');
INSERT INTO ops.github_issue_creations VALUES (2, 1, '2025-06-02 08:00:00');
INSERT INTO ops.github_webhook_registrations (id, uncertain) VALUES (1, true);
