package dev.devsync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationalTablesTest {

  private ScratchDatabase database;

  @BeforeEach
  void open() throws Exception {
    database = ScratchDatabase.migrated();
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @Test
  void aSessionHasOneCurrentRefreshTokenAndAnyNumberOfReplacedOnes() throws Exception {
    database.run(
        """
        INSERT INTO users (id, name, email, password, role) VALUES (1, 'Ada', 'ada@example.com', 'x', 'admin');
        INSERT INTO ops.sessions (id, user_id, access_expires_at, expires_at) VALUES
          ('00000000-0000-0000-0000-00000000000a', 1, now(), now());
        INSERT INTO ops.refresh_tokens (jti, session_id, replaced_at, replaced_by) VALUES
          ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-00000000000a',
            now(), '00000000-0000-0000-0000-000000000002'),
          ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-00000000000a',
            now(), '00000000-0000-0000-0000-000000000003'),
          ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-00000000000a', NULL, NULL);
        """);

    assertThatThrownBy(
            () ->
                database.run(
                    "INSERT INTO ops.refresh_tokens (jti, session_id)"
                        + " SELECT gen_random_uuid(), id FROM ops.sessions"))
        .hasMessageContaining("idx_refresh_tokens_current");
  }

  @Test
  void anEventCarriesTheTransactionThatWroteIt() throws Exception {
    database.run("BEGIN");
    var written =
        database.value(
            "INSERT INTO ops.events (type, payload) VALUES ('task_created', '{\"b\": 1, \"a\": 2}')"
                + " RETURNING xid = pg_current_xact_id() AND xid >="
                + " pg_snapshot_xmin(pg_current_snapshot())");
    database.run("COMMIT");

    assertThat(written).isEqualTo("t");
    assertThat(
            database.value(
                "SELECT payload::text FROM ops.events WHERE xid <"
                    + " pg_snapshot_xmin(pg_current_snapshot())"))
        .isEqualTo("{\"b\": 1, \"a\": 2}");
  }

  @Test
  void theSchedulerRunsAJobFromItsTable() throws Exception {
    var done = new CompletableFuture<String>();
    var task =
        Tasks.oneTime("greeting").execute((instance, context) -> done.complete(instance.getId()));
    var scheduler =
        Scheduler.create(database.dataSource(), task)
            .tableName("ops.scheduled_tasks")
            .enablePriority()
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(Duration.ofMillis(50))
            .threads(1)
            .build();
    scheduler.schedule(task.instance("hello"), Instant.now());

    scheduler.start();
    try {
      assertThat(done.get(20, TimeUnit.SECONDS)).isEqualTo("hello");
    } finally {
      scheduler.stop();
    }

    assertThat(database.value("SELECT count(*) FROM ops.scheduled_tasks")).isEqualTo("0");
  }
}
