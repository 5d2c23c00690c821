package dev.devsync.testing;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test that talks to a running server over HTTP; every test finds an empty database. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "devsync.tokens.secret=a secret for tests that is long enough",
      "devsync.rate-limit.requests=100000",
      "devsync.scheduler.enabled=false",
      "devsync.operations.report-every=1d"
    })
@Import({TestServerConfiguration.class, Given.class})
public abstract class HttpTest {

  private static final RestAssuredConfig UTF_8 =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .defaultContentCharset(StandardCharsets.UTF_8)
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private static final OpenApiValidation DOCUMENTED = new OpenApiValidation();

  @LocalServerPort protected int port;
  @Autowired protected Given given;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected TestClock clock;
  @Autowired protected StatementCounter statements;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("devsync.database.url", TestPostgres::url);
  }

  @BeforeEach
  void startEmpty() {
    clock.reset();
    truncate(
        "users, projects, tasks, github_repositories, system_settings, audit_logs, ops.events,"
            + " ops.scheduled_tasks CASCADE");
  }

  /**
   * Empties tables, again when PostgreSQL refuses: servers of other tests still read them in the
   * background, locking them in another order, and one of the two must give way.
   */
  protected final void truncate(String tables) {
    new RetryTemplate(
            RetryPolicy.builder()
                .includes(PessimisticLockingFailureException.class)
                .maxRetries(10)
                .delay(Duration.ofMillis(50))
                .build())
        .invoke(() -> jdbc.sql("TRUNCATE " + tables).update());
  }

  /** A request without a token. */
  protected RequestSpecification anonymous() {
    return given().config(UTF_8).filter(DOCUMENTED).port(port).basePath("/api/v1");
  }

  /** A request of this user. */
  protected RequestSpecification as(TestUser user) {
    return anonymous().header("Authorization", "Bearer " + user.token());
  }

  /** A request of this user with a JSON body. */
  protected RequestSpecification as(TestUser user, String json) {
    return as(user).contentType("application/json").body(json);
  }

  protected RequestSpecification anonymous(String json) {
    return anonymous().contentType("application/json").body(json);
  }

  /** The audit entries with this action, oldest first, as rows. */
  protected List<Map<String, Object>> audited(String action) {
    return jdbc.sql(
            "SELECT *, metadata_info::text AS metadata FROM audit_logs WHERE action = ? ORDER BY id")
        .param(action)
        .query()
        .listOfRows();
  }

  /** The outbox rows of this type, in order. */
  protected List<Map<String, Object>> events(String type) {
    return jdbc.sql("SELECT *, payload::text AS json FROM ops.events WHERE type = ? ORDER BY seq")
        .param(type)
        .query()
        .listOfRows();
  }

  /** The notifications of a user, oldest first, as rows. */
  protected List<Map<String, Object>> notificationsOf(TestUser user) {
    return jdbc.sql("SELECT * FROM notifications WHERE user_id = ? ORDER BY id")
        .param(user.id())
        .query()
        .listOfRows();
  }

  /** How many statements the last request ran. */
  protected int statementsOf(Runnable request) {
    statements.reset();
    request.run();
    return statements.statements().size();
  }
}
