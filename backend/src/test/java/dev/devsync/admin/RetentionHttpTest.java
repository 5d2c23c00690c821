package dev.devsync.admin;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of what is deleted when it has become old. */
abstract class RetentionHttpTest extends HttpTest {

  @Autowired Retention retention;

  final void entriesOfAge(int count, int days) {
    jdbc.sql(
            "INSERT INTO audit_logs (action, created_at) SELECT 'old', (now() AT TIME ZONE 'utc')"
                + " - :days * interval '1 day' FROM generate_series(1, :count)")
        .param("days", days)
        .param("count", count)
        .update();
  }

  final TestProject completedProjectOfAge(TestUser creator, int days) {
    TestProject project = given.aProject("Completed", creator).withStatus("completed");
    jdbc.sql("UPDATE projects SET updated_at = updated_at - ? * interval '1 day' WHERE id = ?")
        .params(days, project.id())
        .update();
    return project;
  }

  final int count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
  }
}
