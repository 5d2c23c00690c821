import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs the server against a throw-away PostgreSQL and uses it as people do, while the JVM records
 * which classes and methods matter; the record becomes the start-up cache when the server ends.
 *
 * <p>Usage: {@code Training JAVA_RUNTIME APPLICATION_FOLDER CACHE_FILE}
 */
class Training {

  private static final int ROUNDS = 40;
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  private static final String PROJECT =
      """
      {"name": "Project %d", "description": "Of training", "team_members": [1]}""";
  private static final String TASK =
      """
      {"title": "Task %d", "description": "Of training", "status": "todo", "priority": "low", "assigned_to": 1, "project_id": %d}""";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String server;
  private String token = "";

  private Training(int port) {
    this.server = "http://127.0.0.1:" + port;
  }

  static void main(String[] arguments) throws Exception {
    Path cache = Path.of(arguments[2]);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      // A server usually finds its tables. What creates them would only take room in the cache.
      run(arguments, postgres, List.of(), training -> {});
      run(arguments, postgres, List.of("-XX:AOTCacheOutput=" + cache), Training::useIt);
      if (!Files.exists(cache)) {
        throw new IllegalStateException("the server ended without writing " + cache);
      }
    }
  }

  private interface Use {
    void by(Training training) throws Exception;
  }

  private static void run(
      String[] arguments, EmbeddedPostgres postgres, List<String> options, Use use)
      throws Exception {
    int port = freePort();
    Process process = start(arguments, port, postgres.getPort(), options);
    try {
      Training training = new Training(port);
      training.untilHealthy(process);
      use.by(training);
    } finally {
      process.destroy();
    }
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server did not end");
    }
  }

  private static Process start(
      String[] arguments, int port, int database, List<String> options)
      throws IOException {
    Path application = Path.of(arguments[1]);
    List<String> command = new ArrayList<>();
    command.add(arguments[0] + "/bin/java");
    command.add("@" + application.resolve("java-options"));
    // As much as in service, so that addresses in the heap need no translation.
    command.add("-XX:MaxRAM=512m");
    command.add("-XX:CompilerDirectivesFile=" + application.resolve("compiler-directives.json"));
    command.addAll(options);
    command.addAll(List.of("-jar", application.resolve("devsync-server.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(application.toFile()).inheritIO();
    builder
        .environment()
        .putAll(
            Map.of(
                "APP_ENV", "production",
                "DATABASE_URL", "postgresql://postgres@127.0.0.1:" + database + "/postgres",
                "JWT_SECRET_KEY", "for the training run only, never used again",
                "RATE_LIMIT_REQUESTS_PER_WINDOW", "100000",
                "DEVSYNC_HOME", "/tmp/devsync",
                "PORT", Integer.toString(port),
                "MANAGEMENT_PORT", Integer.toString(freePort())));
    return builder.start();
  }

  private void untilHealthy(Process process) throws Exception {
    for (long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos(); ; ) {
      try {
        call("GET", "/health", "");
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException("the server did not start", notYet);
        }
        Thread.sleep(200);
      }
    }
  }

  private void useIt() throws Exception {
    String account = "{\"name\":\"Ann\",\"email\":\"ann@example.com\",\"password\":\"password1\"}";
    call("POST", "/api/v1/auth/register", account);
    var tokens = TOKEN.matcher(call("POST", "/api/v1/auth/login", account));
    if (!tokens.find()) {
      throw new IllegalStateException("nobody can sign in");
    }
    token = tokens.group(1);
    for (int round = 1; round <= ROUNDS; round++) {
      write(round);
      read(round);
    }
  }

  private void write(int round) throws Exception {
    call("POST", "/api/v1/projects", PROJECT.formatted(round));
    call("POST", "/api/v1/tasks", TASK.formatted(round, round));
    call("PUT", "/api/v1/tasks/" + round, "{\"status\":\"review\",\"progress\":50}");
    call("POST", "/api/v1/tasks/" + round + "/comments", "{\"content\":\"for @ann\"}");
  }

  private void read(int round) throws Exception {
    for (String path :
        new String[] {
          "tasks",
          "tasks/" + round,
          "tasks/" + round + "/comments",
          "projects",
          "projects/" + round,
          "notifications",
          "users",
          "auth/me",
          "auth/permissions",
          "dashboard",
          "dashboard/admin?timeRange=week",
          "admin/audit-logs?page=1&per_page=3",
          "reports"
        }) {
      call("GET", "/api/v1/" + path, "");
    }
    call("GET", "/socket.io/?EIO=4&transport=polling", "");
    call("GET", "/api/swagger.yaml", "");
  }

  private String call(String method, String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Accept-Encoding", "identity");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(
          method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
