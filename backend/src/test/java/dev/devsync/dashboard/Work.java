package dev.devsync.dashboard;

import dev.devsync.testing.TestTask;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the dashboards' tests say of tasks and links. */
final class Work {

  private Work() {}

  static TestTask changed(TestTask task, Instant when) {
    return task.set("updated_at", LocalDateTime.ofInstant(when, ZoneOffset.UTC));
  }

  static TestTask created(TestTask task, Instant when) {
    return task.set("created_at", LocalDateTime.ofInstant(when, ZoneOffset.UTC));
  }

  static int link(
      JdbcClient jdbc, TestTask task, int repository, Integer issue, Integer pullRequest) {
    return jdbc.sql(
            "INSERT INTO task_github_links (task_id, repo_id, issue_number, pull_request_number, created_at)"
                + " VALUES (?, ?, ?, ?, clock_timestamp() AT TIME ZONE 'utc') RETURNING id")
        .params(task.id(), repository, issue, pullRequest)
        .query(Integer.class)
        .single();
  }
}
