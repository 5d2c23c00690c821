package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.server.ServerProcess;
import dev.devsync.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two servers, each a process of its own, on one database, with a project of two people. */
final class TwoServers implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final String database = "cluster_" + System.nanoTime();
  private final Path home = Files.createTempDirectory("cluster");
  final ServerProcess one;
  final ServerProcess two;
  final Person lead;
  final Person dave;
  final int project;
  final int task;

  record Person(int id, String token) {}

  TwoServers() throws Exception {
    sql("postgres", "CREATE DATABASE " + database);
    one = start("one").untilHealthy();
    two = start("two").untilHealthy();
    lead = register("lead");
    dave = register("dave");
    sql(database, "UPDATE users SET role = 'team_lead' WHERE id = " + lead.id());
    project =
        created(
            "/api/v1/projects",
            "{\"name\":\"Apollo\",\"description\":\"\",\"team_members\":[%d]}".formatted(dave.id()),
            "project");
    task =
        created(
            "/api/v1/tasks",
            "{\"title\":\"Land\",\"description\":\"\",\"status\":\"todo\",\"project_id\":%d}"
                .formatted(project),
            "task");
  }

  private ServerProcess start(String name) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATABASE_URL", TestPostgres.url().replaceAll("/[^/]*$", "/" + database));
    environment.put("JWT_SECRET_KEY", "the same secret for both of the servers");
    environment.put("RATE_LIMIT_REQUESTS_PER_WINDOW", "100000");
    environment.put("APP_ENV", "development");
    environment.put("FRONTEND_URL", "");
    return ServerProcess.start(Files.createDirectory(home.resolve(name)), environment);
  }

  private static void sql(String where, String statement) throws Exception {
    try (Connection connection = DriverManager.getConnection(TestPostgres.jdbcUrl(where));
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private Person register(String name) throws IOException {
    String json =
        "{\"name\":\"%s\",\"email\":\"%s@example.com\",\"password\":\"password1\"}"
            .formatted(name, name);
    JsonNode user = JSON.readTree(one.post("/api/v1/auth/register", json).body()).path("user");
    return new Person(user.path("id").intValue(), user.path("token").asString());
  }

  private int created(String path, String json, String what) throws IOException {
    var answer = one.send("POST", path, lead.token(), json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).path(what).path("id").intValue();
  }

  /** Changes the task by way of this server, which makes its next version. */
  void rename(ServerProcess server, String title) throws IOException {
    var answer =
        server.send("PUT", "/api/v1/tasks/" + task, lead.token(), "{\"title\":\"" + title + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Override
  public void close() throws Exception {
    one.kill();
    two.kill();
    sql("postgres", "DROP DATABASE " + database + " WITH (FORCE)");
  }
}
