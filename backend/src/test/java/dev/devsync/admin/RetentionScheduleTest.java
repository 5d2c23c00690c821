package dev.devsync.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RetentionScheduleTest extends RetentionHttpTest {

  @Autowired private RetentionTask task;

  @Autowired private DataSource dataSource;

  @Test
  void byItselfItDeletesProjectsOnlyIfThatIsSwitchedOn() {
    TestUser admin = given.anAdmin();
    completedProjectOfAge(admin, 31);
    given.setting("auto_archive_completed_projects", "false");
    retention.runByClock();
    assertThat(count("projects")).isOne();
    assertThat(events("retention.run")).isEmpty();

    given.setting("auto_archive_completed_projects", "true");
    entriesOfAge(1, 31);
    retention.runByClock();

    assertThat(count("projects")).isZero();
    assertThat(audited("retention_cleanup_run"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry).containsEntry("actor_user_id", null).containsEntry("ip", null);
              assertThat(entry.get("metadata").toString())
                  .contains("\"audit_logs_deleted\":1", "\"projects_deleted\":1");
            });
    assertThat(events("retention.run")).hasSize(1);
  }

  @Test
  void aStartingServerRunsItAtOnceEvenIfTheNextRunIsAnHourAhead() {
    Scheduler earlier = scheduler();
    earlier.start();
    await().until(() -> lastRun() != null);
    earlier.stop();
    entriesOfAge(1, 31);

    Scheduler restarted = scheduler();
    restarted.start();
    try {
      await().until(() -> audited("old").isEmpty());
    } finally {
      restarted.stop();
    }
    assertThat(audited("retention_cleanup_run")).hasSize(1);
    assertThat(
            jdbc.sql(
                    "SELECT execution_time > now() + interval '50 minutes' FROM ops.scheduled_tasks")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private Scheduler scheduler() {
    return Scheduler.create(dataSource, List.of())
        .startTasks(task)
        .tableName("ops.scheduled_tasks")
        .pollingInterval(Duration.ofMillis(100))
        .build();
  }

  private Object lastRun() {
    return jdbc.sql("SELECT last_success FROM ops.scheduled_tasks").query().listOfRows().stream()
        .map(row -> row.get("last_success"))
        .findFirst()
        .orElse(null);
  }

  @Test
  void nothingIsDeletedBecauseSomebodyReads() {
    TestUser admin = given.anAdmin();
    entriesOfAge(1, 31);
    completedProjectOfAge(admin, 31);

    for (String path :
        List.of("/admin/settings", "/admin/audit-logs", "/admin/stats", "/dashboard/admin")) {
      as(admin).get(path).then().statusCode(200);
    }

    assertThat(audited("old")).hasSize(1);
    assertThat(count("projects")).isOne();
  }
}
