package dev.devsync.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.devsync.testing.CuttableProxy;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestPostgres;
import dev.devsync.testing.TestUser;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@DirtiesContext
@ContextConfiguration(initializers = OutageTest.BehindProxy.class)
class OutageTest extends HttpTest {

  private static final CuttableProxy PROXY = proxy();

  private static CuttableProxy proxy() {
    URI database = URI.create(TestPostgres.url());
    try {
      return new CuttableProxy(database.getHost(), database.getPort());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Puts the proxy in the place of the database that other tests use. */
  static final class BehindProxy
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      String url = TestPostgres.url().replaceFirst("@[^/]+/", "@localhost:" + PROXY.port() + "/");
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("proxy", Map.of("devsync.database.url", url)));
    }
  }

  @AfterEach
  void mend() {
    PROXY.set(CuttableProxy.Mode.PASS);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> jdbc.sql("SELECT 1").query(Integer.class).single() == 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = CuttableProxy.Mode.class,
      names = {"CUT", "SILENT"})
  void requestsAreAnsweredWhileTheDatabaseIsAwayAndWorkAgainWhenItIsBack(CuttableProxy.Mode mode) {
    TestUser dave = given.aDeveloper("Dave");
    as(dave, "{\"name\":\"Acknowledged\"}").put("/profile").then().statusCode(200);

    PROXY.set(mode);
    for (int i = 0; i < 3; i++) {
      Response answer = as(dave, "{\"name\":\"Lost\"}").put("/profile");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.time()).isLessThan(5_000);
      assertThat(answer.header("Retry-After")).isEqualTo("5");
      assertThat(answer.<String>path("message"))
          .isEqualTo("The service is temporarily unavailable. Please try again.");
    }
    anonymous().basePath("").get("/health").then().statusCode(200);

    PROXY.set(CuttableProxy.Mode.PASS);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as(dave)
                    .get("/profile")
                    .then()
                    .statusCode(200)
                    .body("user.name", equalTo("Acknowledged")));
  }

  /** The rollback then fails as well, and must not hide why it was tried. */
  @Test
  void aDatabaseThatFallsSilentWithinATransactionIsAwayToo() throws SQLException {
    TestUser dave = given.aDeveloper("Dave");
    try (Connection other = DriverManager.getConnection(TestPostgres.jdbcUrl("postgres"))) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE projects IN ACCESS EXCLUSIVE MODE");

      as(dave)
          .get("/projects")
          .then()
          .statusCode(503)
          .header("Retry-After", "5")
          .time(lessThan(6_000L));
    }
    as(dave).get("/projects").then().statusCode(200);
  }
}
