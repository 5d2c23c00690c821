package dev.devsync.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.devsync.server.ServerProcess;
import dev.devsync.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A server with a heap of one GiB in a process of its own, people in its database, and figures. */
final class BenchServer implements AutoCloseable {

  static final int PROJECT = 1;
  private static final String DATABASE = "live_bench";
  private static final String SECRET = "a secret for measuring that is long enough";

  private final ServerProcess process;
  private final Connection connection;

  BenchServer(int people) throws Exception {
    run("postgres", "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
    run("postgres", "CREATE DATABASE " + DATABASE);
    Path home = Files.createTempDirectory("live-bench");
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL",
            TestPostgres.url().replaceAll("/[^/]*$", "/" + DATABASE),
            "JWT_SECRET_KEY",
            SECRET,
            "APP_ENV",
            "development",
            "RATE_LIMIT_REQUESTS_PER_WINDOW",
            "1000000");
    String[] options =
        Stream.concat(
                Stream.of("-Xmx1g", "-XX:+UseCompactObjectHeaders"),
                Stream.of(System.getProperty("live.server", "").split(" ")))
            .filter(option -> !option.isEmpty())
            .toArray(String[]::new);
    process = ServerProcess.start(home, environment, options).untilHealthy();
    connection = DriverManager.getConnection(TestPostgres.jdbcUrl(DATABASE));
    run(
        DATABASE,
        "INSERT INTO users (name, email, password, role) SELECT 'Person ' || n, 'p' || n ||"
            + " '@example.com', '-', 'developer'"
            + " FROM generate_series(1, %d) n".formatted(people));
    run(DATABASE, "INSERT INTO projects (name, description, created_by) VALUES ('Apollo', '', 1)");
    run(
        DATABASE,
        "INSERT INTO project_members (project_id, user_id) SELECT 1, id FROM users WHERE id <="
            + " 500");
  }

  private static void run(String database, String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(TestPostgres.jdbcUrl(database));
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  int port() {
    return process.port();
  }

  ServerProcess process() {
    return process;
  }

  /** An access token that is valid for a day. */
  static String token(int user) throws GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    String body =
        base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
            + "."
            + base64(
                "{\"fresh\":false,\"iat\":%d,\"jti\":\"%s\",\"type\":\"access\",\"identity\":{\"user_id\":%d},\"nbf\":%d,\"exp\":%d,\"role\":\"developer\"}"
                    .formatted(now, UUID.randomUUID(), user, now, now + 86_400));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    return body
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /**
   * Writes an event for the project's room into the outbox.
   *
   * @return the time when it was committed, as {@link System#nanoTime()}
   */
  synchronized long comment(int id, String text) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO ops.events (type, project_id, payload) VALUES ('comment.added', 1,"
                    + " ?::json)");
        Statement notify = connection.createStatement()) {
      insert.setString(
          1,
          "{\"task\":{\"id\":1,\"project_id\":1},\"comment\":{\"id\":%d,\"task_id\":1,\"user_id\":1,\"content\":\"%s\"},\"mentioned\":[]}"
              .formatted(id, text));
      insert.execute();
      notify.execute("NOTIFY devsync_events");
    }
    connection.commit();
    return System.nanoTime();
  }

  /** Heap in MB after a collection, sessions in it, threads, and open descriptors. */
  String life() throws Exception {
    jcmd("GC.run");
    Matcher sessions =
        Pattern.compile(":\\s+(\\d+)\\s+\\d+\\s+\\S+\\.EngineSession\\b")
            .matcher(jcmd("GC.class_histogram"));
    Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
    long heap = used.find() ? Long.parseLong(used.group(1)) / 1024 : -1;
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    String threads =
        Files.readAllLines(proc.resolve("status")).stream()
            .filter(line -> line.startsWith("Threads"))
            .findFirst()
            .orElse("");
    try (Stream<Path> descriptors = Files.list(proc.resolve("fd"))) {
      return "heap %d MB, %s sessions, %s, %d descriptors"
          .formatted(
              heap,
              sessions.find() ? sessions.group(1) : "no",
              threads.replaceAll("\\s+", " "),
              descriptors.count());
    }
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process run =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    String output = new String(run.getInputStream().readAllBytes(), UTF_8);
    run.waitFor();
    return output;
  }

  @Override
  public void close() throws Exception {
    connection.close();
    process.kill();
  }
}
