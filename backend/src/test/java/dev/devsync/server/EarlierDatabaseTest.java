package dev.devsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** The server started on a database that the earlier server left. */
class EarlierDatabaseTest {

  private static final String RESOURCES = "/dev/devsync/platform/database/";

  @TempDir private Path home;
  private final String name = "upgrade_" + UUID.randomUUID().toString().replace('-', '_');
  private Connection database;

  @BeforeEach
  void anEarlierDatabase() throws Exception {
    try (Connection server = DriverManager.getConnection(TestPostgres.jdbcUrl("postgres"));
        Statement statement = server.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    database = DriverManager.getConnection(TestPostgres.jdbcUrl(name));
    run(resource("earlier-schema.sql"));
    run(resource("earlier-rows.sql"));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void everythingIsKeptPeopleCanSignInTokensAreSealedAndOddCasesAreReported() throws Exception {
    run(
        "UPDATE users SET password = '"
            + BCrypt.hashpw("password1", BCrypt.gensalt("$2b", 4))
            + "' WHERE id = 2");
    String everything =
        "SELECT concat_ws(' ', (SELECT count(*) FROM users), (SELECT count(*) FROM projects),"
            + " (SELECT count(*) FROM project_members), (SELECT count(*) FROM tasks),"
            + " (SELECT count(*) FROM comments), (SELECT count(*) FROM notifications),"
            + " (SELECT count(*) FROM task_github_links), (SELECT count(*) FROM reports))";
    String before = value(everything);

    try (ServerProcess server = start()) {
      server.untilHealthy();
      String signedIn =
          server
              .post(
                  "/api/v1/auth/login",
                  "{\"email\":\"bob@example.com\",\"password\":\"password1\"}")
              .body();
      assertThat(signedIn).contains("\"role\":\"developer\"");
    }

    assertThat(value(everything)).isEqualTo(before);
    assertThat(
            value(
                "SELECT count(*) FROM (SELECT access_token FROM github_tokens UNION ALL"
                    + " SELECT access_token FROM ops.superseded_github_tokens) t"
                    + " WHERE access_token LIKE 'gho_%'"))
        .isEqualTo("0");
    assertThat(log())
        .contains("Odd values of the earlier database", "users.email=4", "users.role=1")
        .doesNotContain("example.com", "gho_");
  }

  @Test
  void aMigrationThatFailsLeavesTheOldStateAndSaysWhy() throws Exception {
    // Something else has taken the name of a table that a late migration makes.
    run("CREATE SCHEMA ops; CREATE TABLE ops.events (note text)");
    String schema =
        "SELECT md5(string_agg(concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable),"
            + " ',' ORDER BY table_schema, table_name, column_name)) FROM information_schema.columns"
            + " WHERE table_schema IN ('public', 'ops')";
    String before = value(schema);

    try (ServerProcess server = start()) {
      assertThat(server.waitFor()).isEqualTo(1);
    }

    assertThat(value(schema)).isEqualTo(before);
    assertThat(value("SELECT role FROM users WHERE id = 2")).isEqualTo("client");
    assertThat(log())
        .contains(
            "The database could not be migrated: ERROR: relation \"events\" already exists",
            "Nothing was changed",
            "docs/operations/upgrade.md");
  }

  private ServerProcess start() throws IOException {
    return ServerProcess.start(
        home, Map.of("DATABASE_URL", TestPostgres.url().replaceFirst("[^/]+$", name)));
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private String value(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private String log() throws IOException {
    return Files.readString(home.resolve("server.log"));
  }

  private static String resource(String file) throws IOException {
    try (InputStream content = EarlierDatabaseTest.class.getResourceAsStream(RESOURCES + file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
