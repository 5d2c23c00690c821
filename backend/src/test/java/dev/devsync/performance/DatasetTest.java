package dev.devsync.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.core.io.ClassPathResource;

/** A test on the data set of docs/performance.md. */
abstract class DatasetTest extends HttpTest {

  private static final String PASSWORD = "Correct-Horse-9";

  private Map<HotRequest.Who, String> tokens = Map.of();
  private final byte[] buffer = new byte[64 * 1024];

  @BeforeEach
  void fill() throws IOException {
    truncate(
        "users, projects, tasks, comments, notifications, audit_logs, ops.events RESTART IDENTITY CASCADE");
    anonymous(
            "{\"name\": \"Ada Tester1\", \"email\": \"user1@example.com\", \"password\": \"%s\"}"
                .formatted(PASSWORD))
        .post("/auth/register")
        .then()
        .statusCode(201);
    execute(
        new ClassPathResource("bench/dataset.sql")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace(":scale", "1"));
    tokens =
        Map.of(
            HotRequest.Who.ADMIN, token(HotRequest.Who.ADMIN),
            HotRequest.Who.DEVELOPER, token(HotRequest.Who.DEVELOPER));
    await().atMost(Duration.ofMinutes(1)).until(this::isVacuumed);
  }

  /**
   * As autovacuum would, sooner or later. It passes over rows that an open transaction of the
   * background might still see otherwise, and a scan of an index would then read them.
   */
  private boolean isVacuumed() {
    execute("VACUUM ANALYZE");
    return jdbc.sql(
            "SELECT bool_and(relallvisible > 0.95 * relpages) FROM pg_class"
                + " WHERE relname IN ('tasks', 'comments', 'notifications', 'audit_logs')")
        .query(Boolean.class)
        .single();
  }

  /** Not through the server's pool, whose connections do not wait this long. */
  private static void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(TestPostgres.jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String token(HotRequest.Who who) {
    return anonymous(
            "{\"email\": \"user%d@example.com\", \"password\": \"%s\"}"
                .formatted(who.number, PASSWORD))
        .post("/auth/login")
        .path("user.token");
  }

  /** Sends it with next to no allocations of its own; the bytes of the whole answer. */
  final long send(HotRequest hot) throws IOException {
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
