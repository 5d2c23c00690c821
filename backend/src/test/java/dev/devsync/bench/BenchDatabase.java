package dev.devsync.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** A PostgreSQL of the measurement's own, with durable settings. */
final class BenchDatabase implements AutoCloseable {

  private static final Path LOGS = Path.of("log");

  private final Path data;
  private final EmbeddedPostgres postgres;

  private BenchDatabase(Path data, EmbeddedPostgres postgres) {
    this.data = data;
    this.postgres = postgres;
  }

  static BenchDatabase start(Path folder) throws IOException {
    Path data = folder.resolve("postgres");
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C.UTF-8")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_line_prefix", "%a ")
            .start();
    return new BenchDatabase(data, postgres);
  }

  String url() {
    return "postgresql://postgres:postgres@localhost:" + postgres.getPort() + "/postgres";
  }

  /** Fills it with the data set at this many times its size. */
  void fill(int scale) throws IOException, SQLException {
    run(
        new ClassPathResource("bench/dataset.sql")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace(":scale", Integer.toString(scale)));
  }

  /** How many statements run while something is done. */
  long statementsOf(Work work) throws IOException, SQLException, InterruptedException {
    logStatements("all");
    long before = loggedStatements();
    work.run();
    logStatements("none");
    return loggedStatements() - before;
  }

  private void logStatements(String which) throws SQLException, InterruptedException {
    run("ALTER SYSTEM SET log_statement = '" + which + "'");
    run("SELECT pg_reload_conf()");
    Thread.sleep(300); // The other sessions read the setting before their next statement.
  }

  private long loggedStatements() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve(LOGS))) {
      long sum = 0;
      for (Path file : files.toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          sum += lines.filter(BenchDatabase::isRequests).count();
        }
      }
      return sum;
    }
  }

  /** Leaves out what brackets a transaction, and further pieces of a cursor. */
  private static boolean isRequests(String line) {
    return line.contains("execute ")
        && line.matches(
            ".*LOG:\\s+execute (?!fetch from)[^:]*:\\s+(?!BEGIN|COMMIT|ROLLBACK|SET ).*");
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** Something that asks the server. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, InterruptedException;
  }
}
