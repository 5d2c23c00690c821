package dev.devsync.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import com.zaxxer.hikari.HikariDataSource;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestPostgres;
import dev.devsync.testing.TestUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** More requests than the database can take: some are turned away, the others are served. */
@TestPropertySource(
    properties = {
      "devsync.database.most-waiting=" + OverloadTest.MOST_WAITING,
      "devsync.database.pool.connect-millis=30000",
      "devsync.database.pool.socket-seconds=30"
    })
class OverloadTest extends HttpTest {

  static final int MOST_WAITING = 5;

  @Autowired private DataSource database;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void whoeverFindsTooManyWaitingIsToldToComeBackAndTheOthersAreServed() throws Exception {
    HikariDataSource pool = database.unwrap(HikariDataSource.class);
    TestUser user = given.anAdmin();
    List<CompletableFuture<Integer>> waiting = new ArrayList<>();
    try (Connection busy = lockedProjects()) {
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(25))
          .until(() -> manyWait(pool) || !waiting.add(statusFor(user)));

      as(user)
          .header("Origin", "http://localhost:3000")
          .get("/tasks?page=1")
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .header("Access-Control-Allow-Origin", "http://localhost:3000")
          .body("message", equalTo("The service is busy. Please try again in a moment."))
          .time(lessThan(2_000L));
      busy.rollback();
    }
    // Some came when others were only waiting for their turn to be recognized.
    List<Integer> answers = waiting.stream().map(CompletableFuture::join).toList();
    assertThat(answers).isSubsetOf(200, 503);
    assertThat(Collections.frequency(answers, 200)).isGreaterThan(pool.getMaximumPoolSize());
    as(user).get("/tasks?page=1").then().statusCode(200);
  }

  private static boolean manyWait(HikariDataSource pool) {
    return pool.getHikariPoolMXBean().getThreadsAwaitingConnection() >= MOST_WAITING;
  }

  private CompletableFuture<Integer> statusFor(TestUser user) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/tasks?page=1"))
            .header("Authorization", "Bearer " + user.token())
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  /** Whoever asks for a page of tasks holds a connection until this one lets go. */
  private static Connection lockedProjects() throws SQLException {
    Connection connection = DriverManager.getConnection(TestPostgres.jdbcUrl("postgres"));
    connection.setAutoCommit(false);
    connection.createStatement().execute("LOCK TABLE projects IN ACCESS EXCLUSIVE MODE");
    return connection;
  }
}
