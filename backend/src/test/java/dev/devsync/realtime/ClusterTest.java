package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.server.ServerProcess;
import dev.devsync.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two servers, each a process of its own, on one database. */
class ClusterTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int CHANGES = 40;

  @TempDir private Path home;
  private final List<LiveClient> tabs = new ArrayList<>();
  private final List<ServerProcess> servers = new ArrayList<>();
  private ServerProcess one;
  private ServerProcess two;
  private String database;
  private Person lead;
  private Person dave;
  private int project;
  private int task;

  private record Person(int id, String token, String email) {}

  @BeforeEach
  void startTwoServers() throws Exception {
    database = "cluster_" + System.nanoTime();
    sql("postgres", "CREATE DATABASE " + database);
    one = start("one");
    one.untilHealthy();
    two = start("two");
    two.untilHealthy();
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

  @AfterEach
  void stopThem() throws Exception {
    tabs.forEach(LiveClient::close);
    for (ServerProcess server : servers) {
      server.kill();
    }
    sql("postgres", "DROP DATABASE " + database + " WITH (FORCE)");
  }

  private ServerProcess start(String name) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATABASE_URL", TestPostgres.url().replaceAll("/[^/]*$", "/" + database));
    environment.put("JWT_SECRET_KEY", "the same secret for both of the servers");
    environment.put("RATE_LIMIT_REQUESTS_PER_WINDOW", "100000");
    environment.put("APP_ENV", "development");
    environment.put("FRONTEND_URL", "");
    ServerProcess server =
        ServerProcess.start(Files.createDirectory(home.resolve(name)), environment);
    servers.add(server);
    return server;
  }

  private static void sql(String where, String statement) throws Exception {
    try (Connection connection = DriverManager.getConnection(TestPostgres.jdbcUrl(where));
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private Person register(String name) throws IOException {
    String email = name + "@example.com";
    JsonNode body =
        JSON.readTree(
            one.post(
                    "/api/v1/auth/register",
                    "{\"name\":\"%s\",\"email\":\"%s\",\"password\":\"password1\"}"
                        .formatted(name, email))
                .body());
    return new Person(
        body.path("user").path("id").intValue(), body.path("user").path("token").asString(), email);
  }

  private int created(String path, String json, String what) throws IOException {
    var answer = one.send("POST", path, lead.token(), json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).path(what).path("id").intValue();
  }

  private LiveClient tab(ServerProcess server, Person person, Map<String, String> more) {
    Map<String, String> auth = new HashMap<>(more);
    auth.put("token", person.token());
    LiveClient tab = LiveClient.open(server.port(), auth, "websocket").connected();
    tabs.add(tab);
    return tab;
  }

  private void rename(ServerProcess server, String title) throws IOException {
    var answer =
        server.send("PUT", "/api/v1/tasks/" + task, lead.token(), "{\"title\":\"" + title + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static List<String> titles(LiveClient tab) {
    return tab.heard("task_updated").stream()
        .map(event -> event.optJSONObject("task").optString("title"))
        .toList();
  }

  @Test
  void theyActAsOne() throws Exception {
    LiveClient here = tab(one, dave, Map.of());
    LiveClient there = tab(two, lead, Map.of());
    here.join("project", project);
    there.join("project", project);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                here.heard("presence_update").stream()
                    .anyMatch(update -> update.optJSONArray("users").length() == 2));
    rename(two, "Changed there");
    here.awaitEvent("task_updated", "update_type", "updated");
    assertThat(titles(here)).containsExactly("Changed there");

    two.send("PUT", "/api/v1/projects/" + project, lead.token(), "{\"team_members\":[]}");
    here.awaitEvent("project_update", "update_type", "member_removed");
    there.awaitEvent("presence_update", "event", "leave");
    rename(two, "Not for Dave");
    there.awaitEvent("task_updated", "update_type", "updated");
    one.send("POST", "/api/v1/notifications", dave.token(), "{\"message\":\"mark\"}");
    here.awaitEvent("notification", "message", "mark");
    assertThat(titles(here)).containsExactly("Changed there");

    two.send("POST", "/api/v1/auth/logout", dave.token(), "");
    await().atMost(Duration.ofSeconds(10)).until(() -> !here.isConnected());
  }

  @Test
  void aKilledServerLosesNoEventAndIsForgotten() throws Exception {
    LiveClient here = tab(one, dave, Map.of());
    LiveClient there = tab(two, lead, Map.of());
    here.join("project", project);
    there.join("project", project);
    here.awaitEvent("presence_update", "event", "join");
    rename(two, "First");
    long seen = there.awaitEvent("task_updated", "update_type", "updated").getLong("seq");
    List<String> acknowledged = new CopyOnWriteArrayList<>(List.of("First"));
    Thread writer = Thread.ofVirtual().start(() -> renameUntilItDies(acknowledged));

    await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > CHANGES);
    two.kill();
    long killed = System.nanoTime();
    writer.join();
    rename(one, "Afterwards");
    acknowledged.add("Afterwards");

    await().atMost(Duration.ofSeconds(10)).until(() -> titles(here).contains("Afterwards"));
    assertThat(titles(here)).containsSubsequence(acknowledged).doesNotHaveDuplicates();
    LiveClient back =
        tab(one, lead, Map.of("last_seq", Long.toString(seen), "tasks", Integer.toString(task)));
    await().atMost(Duration.ofSeconds(10)).until(() -> titles(back).contains("Afterwards"));
    assertThat(titles(back)).isEqualTo(titles(here).subList(1, titles(here).size()));
    await()
        .atMost(Duration.ofSeconds(45).minusNanos(System.nanoTime() - killed))
        .until(
            () ->
                here.heard("presence_update").stream()
                    .anyMatch(update -> update.optString("event").equals("leave")));
    assertThat(
            here.emit("get_presence", new JSONObject().put("project_id", project))
                .getJSONArray("users")
                .length())
        .isEqualTo(1);
  }

  private void renameUntilItDies(List<String> acknowledged) {
    try {
      for (int number = 0; number < 10 * CHANGES; number++) {
        rename(two, "Number " + number);
        acknowledged.add("Number " + number);
      }
    } catch (IOException killed) {
      // What was not acknowledged may have happened or not.
    }
  }
}
