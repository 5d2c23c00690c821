package dev.devsync.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.sun.management.ThreadMXBean;
import dev.devsync.performance.QueryPlans.Access;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/**
 * What the requests that people make most may cost on the data set of docs/performance.md. The
 * bounds count work, not time, so that they hold on any machine; allocations have a wide margin.
 */
class HotRequestTest extends HttpTest {

  private static final String PASSWORD = "Correct-Horse-9";
  private static final int ROUNDS = 4;
  private static final int REPETITIONS = 10;

  /** The tables that grow, and that no hot query may therefore read whole. */
  private static final Set<String> LARGE =
      Set.of("tasks", "comments", "notifications", "audit_logs", "events");

  @Autowired private DataSource database;

  private Map<Who, String> tokens = Map.of();
  private final byte[] buffer = new byte[64 * 1024];

  private enum Who {
    ADMIN(1),
    DEVELOPER(30);

    private final int number;

    Who(int number) {
      this.number = number;
    }
  }

  /**
   * A request and what it may cost.
   *
   * @param statements exactly this many
   * @param rows looked at in tables, at most
   * @param kilobytes of the answer, compressed as browsers ask for, at most
   * @param allocated kilobytes for one request, at most; some times what was measured, because
   *     coverage and what runs beside it add to it
   * @param readWhole which of the large tables it may read whole
   */
  private record Hot(
      Who who,
      String path,
      int statements,
      long rows,
      long kilobytes,
      long allocated,
      String... readWhole) {

    private boolean mayRead(Access access) {
      return !access.how().equals("Seq Scan")
          || !LARGE.contains(access.table())
          || List.of(readWhole).contains(access.table());
    }
  }

  private static Stream<Hot> hot() {
    return Stream.of(
        new Hot(Who.DEVELOPER, "/auth/me", 2, 500, 1, 800),
        new Hot(Who.ADMIN, "/projects", 3, 40_000, 8, 8_000),
        // A fifth of all tasks, for which PostgreSQL rightly reads the whole table.
        new Hot(Who.DEVELOPER, "/tasks", 3, 25_000, 150, 50_000, "tasks"),
        // The total is exact, so all are counted.
        new Hot(Who.ADMIN, "/tasks?page=3&per_page=50", 4, 25_000, 5, 4_000, "tasks"),
        new Hot(Who.ADMIN, "/tasks?page=1&per_page=50&q=importer", 4, 6_000, 5, 2_000),
        new Hot(Who.ADMIN, "/tasks/77", 3, 700, 2, 800),
        new Hot(Who.ADMIN, "/tasks/77/comments", 3, 900, 2, 1_000),
        new Hot(Who.DEVELOPER, "/notifications", 3, 600, 5, 2_000),
        new Hot(Who.DEVELOPER, "/dashboard", 5, 600, 2, 1_200),
        new Hot(Who.DEVELOPER, "/dashboard/client", 7, 7_000, 5, 3_000),
        // Figures over everything.
        new Hot(Who.ADMIN, "/dashboard/admin?timeRange=week", 8, 75_000, 2, 1_200, "tasks"),
        new Hot(Who.ADMIN, "/dashboard/projects/1", 7, 1_800, 2, 1_400),
        new Hot(
            Who.ADMIN, "/admin/audit-logs?page=1&per_page=25", 3, 25_000, 2, 1_000, "audit_logs"));
  }

  @BeforeEach
  void fill() throws IOException, SQLException {
    jdbc.sql(
            "TRUNCATE users, projects, tasks, comments, notifications, audit_logs, ops.events RESTART IDENTITY CASCADE")
        .update();
    anonymous(
            "{\"name\": \"Ada Tester1\", \"email\": \"user1@example.com\", \"password\": \"%s\"}"
                .formatted(PASSWORD))
        .post("/auth/register")
        .then()
        .statusCode(201);
    fill(
        new ClassPathResource("bench/dataset.sql")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace(":scale", "1"));
    tokens = Map.of(Who.ADMIN, token(Who.ADMIN), Who.DEVELOPER, token(Who.DEVELOPER));
  }

  /** Not through the server's pool, whose connections do not wait this long. */
  private static void fill(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(TestPostgres.jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      // As autovacuum would, sooner or later.
      statement.execute("VACUUM ANALYZE");
    }
  }

  private String token(Who who) {
    return anonymous(
            "{\"email\": \"user%d@example.com\", \"password\": \"%s\"}"
                .formatted(who.number, PASSWORD))
        .post("/auth/login")
        .path("user.token");
  }

  @TestFactory
  Stream<DynamicTest> aHotRequestCostsNoMoreThanItMay() {
    return hot().map(hot -> DynamicTest.dynamicTest(hot.path(), () -> check(hot)));
  }

  private void check(Hot hot) throws IOException, SQLException {
    statements.reset();
    long bytes = send(hot);
    var runs = statements.runs();
    List<Access> accesses;
    try (Connection connection = database.getConnection()) {
      accesses = new QueryPlans(connection).accesses(runs);
    }
    long rows = accesses.stream().mapToLong(Access::rows).sum();
    long allocated = allocatedBy(hot);
    assertSoftly(
        soft -> {
          soft.assertThat(runs).as("statements").hasSize(hot.statements());
          soft.assertThat(rows).as("rows").isLessThanOrEqualTo(hot.rows());
          soft.assertThat(bytes).as("bytes").isBetween(1L, hot.kilobytes() * 1024);
          soft.assertThat(allocated).as("allocated").isLessThanOrEqualTo(hot.allocated() * 1024);
          soft.assertThat(accesses).as("tables read whole").allMatch(hot::mayRead);
        });
  }

  /** The least of some rounds: what runs beside the requests allocates as well. */
  private long allocatedBy(Hot hot) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getTotalThreadAllocatedBytes();
      for (int repetition = 0; repetition < REPETITIONS; repetition++) {
        send(hot);
      }
      least = Math.min(least, threads.getTotalThreadAllocatedBytes() - before);
    }
    return least / REPETITIONS;
  }

  /** Sends it with next to no allocations of its own; the bytes of the whole answer. */
  private long send(Hot hot) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(hot.path(), tokens.get(hot.who()));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      long bytes = 0;
      for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
        if (bytes == 0 && read > 0) {
          assertThat(new String(buffer, 0, 12, StandardCharsets.US_ASCII))
              .isEqualTo("HTTP/1.1 200");
        }
        bytes += read;
      }
      return bytes;
    }
  }
}
