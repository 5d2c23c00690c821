package dev.devsync.testing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task in a test; the methods change the stored row without any side effect. */
public record TestTask(int id, String title, JdbcClient jdbc) {

  public TestTask in(TestProject project) {
    return set("project_id", project.id());
  }

  public TestTask assignedTo(TestUser user) {
    return set("assigned_to", user.id());
  }

  public TestTask withStatus(String status) {
    return set("status", status);
  }

  public TestTask withPriority(String priority) {
    return set("priority", priority);
  }

  public TestTask due(Instant deadline) {
    return set("deadline", LocalDateTime.ofInstant(deadline, ZoneOffset.UTC));
  }

  public TestTask set(String column, Object value) {
    jdbc.sql("UPDATE tasks SET " + column + " = ? WHERE id = ?").params(value, id).update();
    return this;
  }
}
