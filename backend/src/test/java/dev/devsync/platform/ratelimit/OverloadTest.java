package dev.devsync.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import com.zaxxer.hikari.HikariDataSource;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestPostgres;
import dev.devsync.testing.TestUser;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

  @Test
  void whoeverFindsTooManyWaitingIsToldToComeBackAndTheOthersAreServed() throws Exception {
    HikariDataSource pool = database.unwrap(HikariDataSource.class);
    TestUser user = given.anAdmin();
    List<Future<Integer>> waiting;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      try (Connection busy = lockedProjects()) {
        waiting =
            IntStream.range(0, pool.getMaximumPoolSize() + MOST_WAITING)
                .mapToObj(client -> clients.submit(() -> statusFor(user)))
                .toList();
        await()
            .during(Duration.ofSeconds(1))
            .atMost(Duration.ofSeconds(25))
            .until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() >= MOST_WAITING);

        as(user)
            .header("Origin", "http://localhost:3000")
            .get("/projects")
            .then()
            .statusCode(503)
            .header("Retry-After", "1")
            .header("Access-Control-Allow-Origin", "http://localhost:3000")
            .body("message", equalTo("The service is busy. Please try again in a moment."))
            .time(lessThan(2_000L));
        busy.rollback();
      }
    }
    // What runs in the background may have waited as well, in the place of the last of them.
    List<Integer> answers = waiting.stream().map(Future::resultNow).toList();
    assertThat(answers).isSubsetOf(200, 503);
    assertThat(Collections.frequency(answers, 200)).isGreaterThan(pool.getMaximumPoolSize());
    as(user).get("/projects").then().statusCode(200);
  }

  private int statusFor(TestUser user) {
    return as(user).get("/projects").statusCode();
  }

  /** Whoever asks for projects holds a connection until this one lets go. */
  private static Connection lockedProjects() throws SQLException {
    Connection connection = DriverManager.getConnection(TestPostgres.jdbcUrl("postgres"));
    connection.setAutoCommit(false);
    connection.createStatement().execute("LOCK TABLE projects IN ACCESS EXCLUSIVE MODE");
    return connection;
  }
}
