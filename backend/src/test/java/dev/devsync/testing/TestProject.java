package dev.devsync.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A project in a test. */
public record TestProject(int id, String name, JdbcClient jdbc) {

  public TestProject withMember(TestUser... members) {
    for (TestUser member : members) {
      jdbc.sql("INSERT INTO project_members (project_id, user_id) VALUES (?, ?)")
          .params(id, member.id())
          .update();
    }
    return this;
  }

  public TestProject withStatus(String status) {
    jdbc.sql("UPDATE projects SET status = ? WHERE id = ?").params(status, id).update();
    return this;
  }
}
