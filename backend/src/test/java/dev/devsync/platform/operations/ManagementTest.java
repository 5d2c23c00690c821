package dev.devsync.platform.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.devsync.testing.HttpTest;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoublePredicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "devsync.management.port=0",
      "devsync.database.pool.connect-millis=20000",
      "management.prometheus.metrics.export.enabled=true",
    })
class ManagementTest extends HttpTest {

  @LocalManagementPort private int managementPort;
  @Autowired private JobBacklog backlog;
  @Autowired private DataSource database;

  @ParameterizedTest
  @ValueSource(
      strings = {"/metrics", "/prometheus", "/actuator", "/health/readiness", "/health/liveness"})
  void nothingForOperatorsIsOnThePortOfTheApi(String path) {
    given().port(port).get(path).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/env", "/beans", "/heapdump", "/loggers", "/api/v1/users", "/shutdown"})
  void theManagementPortHasFiguresAndHealthAndNothingElse(String path) {
    given().port(managementPort).get(path).then().statusCode(404);
  }

  @Test
  void figuresCoverRequestsPoolJobsOutboxSocketsAndGithub() {
    as(given.anAdmin()).get("/users").then().statusCode(200);
    backlog.report();

    String figures = given().port(managementPort).get("/metrics").then().extract().asString();

    assertThat(figures)
        .contains(
            "http_server_requests_seconds_bucket{error=\"none\",exception=\"none\",method=\"GET\","
                + "outcome=\"SUCCESS\",status=\"200\",uri=\"/api/v1/users\"",
            "hikaricp_connections_active",
            "devsync_jobs_due",
            "devsync_outbox_lag_seconds",
            "devsync_sockets_connected",
            "devsync_github_rate_limit_remaining",
            "devsync_github_deliveries_waiting",
            "jvm_memory_used_bytes");
  }

  @Test
  void theServerIsReadyWithItsDatabaseAndAllMigrations() {
    given().port(managementPort).get("/health/readiness").then().statusCode(200);
    given().port(managementPort).get("/health/liveness").then().statusCode(200);
  }

  @Test
  void aDatabaseThatLostMigrationsMakesTheServerUnreadyButNotDead() {
    jdbc.sql("CREATE TABLE ops.kept AS SELECT * FROM ops.databasechangelog").update();
    try {
      jdbc.sql("DELETE FROM ops.databasechangelog WHERE orderexecuted = 1").update();

      given()
          .port(managementPort)
          .get("/health/readiness")
          .then()
          .statusCode(503)
          .body("components.migrations.status", equalTo("OUT_OF_SERVICE"));
      given().port(managementPort).get("/health/liveness").then().statusCode(200);
      given().port(port).get("/health").then().statusCode(200).body("status", equalTo("ok"));
    } finally {
      jdbc.sql("TRUNCATE ops.databasechangelog").update();
      jdbc.sql("INSERT INTO ops.databasechangelog SELECT * FROM ops.kept").update();
      jdbc.sql("DROP TABLE ops.kept").update();
    }
  }

  @Test
  void theBacklogCountsJobsThatAreDueAndIsLoggedAsTheAlarmExpects() {
    aJob("one", "now() - interval '1 minute'", "3");
    aJob("two", "now() - interval '1 hour'", "NULL");
    aJob("later", "now() + interval '1 hour'", "NULL");
    Logger logger = (Logger) LoggerFactory.getLogger(JobBacklog.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      backlog.report();
    } finally {
      logger.detachAppender(lines);
    }

    assertThat(lines.list.getFirst().getKeyValuePairs())
        .containsExactly(new KeyValuePair("metric", "job_backlog"), new KeyValuePair("value", 2L));
    assertThat(given().port(managementPort).get("/metrics").asString())
        .contains(
            "devsync_jobs_due 2.0",
            "devsync_jobs_failing 1.0",
            "devsync_jobs_waiting{task=\"github-write\"} 3.0");
  }

  @Test
  void aJobThatIsDoneLeavesTheFigures() {
    aJob("one", "now() - interval '1 minute'", "3");
    aJob("two", "now() - interval '1 hour'", "NULL");
    backlog.report();
    assertThat(figure("devsync_jobs_due")).isEqualTo(2);

    jdbc.sql("DELETE FROM ops.scheduled_tasks WHERE task_instance = 'one'").update();
    backlog.report();

    assertThat(figure("devsync_jobs_due")).isEqualTo(1);
    assertThat(figure("devsync_jobs_failing")).isZero();
    assertThat(figure("devsync_jobs_waiting{task=\"github-write\"}")).isEqualTo(1);
  }

  @Test
  void thePoolTellsWhatIsTakenAndWhoWaits() throws Exception {
    int size = (int) figure("hikaricp_connections_max{pool=\"devsync\"}");
    List<Connection> taken = new ArrayList<>();
    try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < size; i++) {
        taken.add(database.getConnection());
      }
      Future<Connection> last = waiting.submit(() -> database.getConnection());
      poolShows("active", active -> active == size);
      poolShows("pending", pending -> pending >= 1);
      taken.removeFirst().close();
      taken.add(last.get());
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    poolShows("pending", pending -> pending == 0);
    poolShows("active", active -> active == 0);
  }

  /** The pool counts once a second; the reader of the outbox takes part in it. */
  private void poolShows(String what, DoublePredicate expected) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> expected.test(figure("hikaricp_connections_" + what + "{pool=\"devsync\"}")));
  }

  @Test
  void everyAnswerCarriesTheIdOfItsRequest() {
    anonymous()
        .header("X-Request-Id", "a1b2c3d4-from-the-proxy")
        .get("/auth/me")
        .then()
        .statusCode(401)
        .header("X-Request-Id", "a1b2c3d4-from-the-proxy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with spaces in it", "{\"level\":\"ERROR\"}"})
  void anIdThatCouldPassForSomethingElseIsReplaced(String offered) {
    anonymous()
        .header("X-Request-Id", offered)
        .get("/auth/me")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
        .header("X-Request-Id", not(offered));
  }

  private double figure(String name) {
    return given()
        .port(managementPort)
        .get("/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }

  private void aJob(String id, String due, String failures) {
    jdbc.sql(
            "INSERT INTO ops.scheduled_tasks"
                + " (task_name, task_instance, execution_time, picked, consecutive_failures, version)"
                + " VALUES ('github-write', '"
                + id
                + "', "
                + due
                + ", false, "
                + failures
                + ", 1)")
        .update();
  }
}
