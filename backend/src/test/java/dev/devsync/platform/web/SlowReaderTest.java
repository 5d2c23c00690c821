package dev.devsync.platform.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Clients that ask for much and do not read it must not keep others from the database. */
class SlowReaderTest extends HttpTest {

  private static final int SMALL_BUFFER = 4096;

  @Autowired private DataSource database;

  private final List<Socket> readers = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket reader : readers) {
      reader.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tasks", "/reports", "/admin/audit-logs/export"})
  void aClientThatDoesNotReadItsAnswerHoldsNoConnection(String path) throws Exception {
    HikariDataSource pool = database.unwrap(HikariDataSource.class);
    TestUser admin = given.anAdmin();
    tenMegabytesOfEach(admin);

    for (int reader = 0; reader < pool.getMaximumPoolSize() + 2; reader++) {
      askAndReadOnlyTheFirstByte(path, admin);
    }

    await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    as(admin).get("/projects").then().statusCode(200);
  }

  private void askAndReadOnlyTheFirstByte(String path, TestUser user) throws IOException {
    Socket socket = new Socket();
    readers.add(socket);
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request =
        "GET /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, user.token());
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    socket.getInputStream().read();
  }

  private void tenMegabytesOfEach(TestUser author) {
    jdbc.sql(
            "INSERT INTO tasks (title, description, status, priority, progress, created_by)"
                + " SELECT 'Task', repeat('x', 1000), 'todo', 'medium', 0, ? FROM generate_series(1, 10000)")
        .param(author.id())
        .update();
    jdbc.sql(
            "INSERT INTO reports (user_id, report_type, date_range, summary, details, generated_at)"
                + " SELECT ?, 'tasks', 'week', '{}', to_json(repeat('x', 1000000)), now()"
                + " FROM generate_series(1, 10)")
        .param(author.id())
        .update();
    jdbc.sql(
            "INSERT INTO audit_logs (action, user_agent, metadata_info, created_at)"
                + " SELECT 'login', repeat('x', 250), to_json(repeat('x', 1000)), now()"
                + " FROM generate_series(1, 10000)")
        .update();
  }
}
