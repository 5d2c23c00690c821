package dev.devsync.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packaged server as a process of its own. */
final class BenchServer implements AutoCloseable {

  static final String PASSWORD = "Correct-Horse-9";

  /** It sizes itself as in a container of 512 MiB, the smallest that is recommended. */
  private static final String CONTAINER = "-XX:MaxRAM=512m";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

  /** As many tasks are there at least. */
  private static final int NUMBERS = 20_000;

  private static final Duration QUICK = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final int port;
  private final Duration startTime;
  private final AtomicInteger asked = new AtomicInteger();

  private BenchServer(Process process, int port, Duration startTime) {
    this.process = process;
    this.port = port;
    this.startTime = startTime;
  }

  /**
   * Starts it and waits until it is healthy.
   *
   * @param application the folder with the extracted server
   * @param options options of the JVM, besides those it is shipped with
   */
  static BenchServer start(Path application, String databaseUrl, List<String> options)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("@" + application.resolve("java-options"));
    command.add("-XX:CompilerDirectivesFile=" + application.resolve("compiler-directives.json"));
    command.add(CONTAINER);
    command.addAll(options);
    command.addAll(List.of("-jar", application.resolve("devsync-server.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(application.toFile());
    builder.environment().put("DATABASE_URL", databaseUrl);
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("MANAGEMENT_PORT", Integer.toString(freePort()));
    builder.environment().put("RATE_LIMIT_REQUESTS_PER_WINDOW", "100000000");
    builder.environment().put("DEVSYNC_HOME", application.resolve("home").toString());
    builder.redirectErrorStream(true).redirectOutput(application.resolve("server.log").toFile());
    Instant begun = Instant.now();
    Process process = builder.start();
    while (!answers(port)) {
      if (!process.isAlive() || Instant.now().isAfter(begun.plus(PATIENCE))) {
        process.destroyForcibly();
        throw new IOException("the server did not start; see " + application + "/server.log");
      }
      Thread.sleep(20);
    }
    return new BenchServer(process, port, Duration.between(begun, Instant.now()));
  }

  private static boolean answers(int port) throws InterruptedException {
    try {
      URI health = URI.create("http://127.0.0.1:" + port + "/health");
      return HTTP.send(
                  HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** From the start of the process to the first healthy answer. */
  Duration startTime() {
    return startTime;
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + "/api/v1" + path;
  }

  /** The first account, which becomes the admin. */
  void registerAdmin() throws IOException, InterruptedException {
    post(
        "/auth/register",
        "{\"name\": \"Ada Tester1\", \"email\": \"user1@example.com\", \"password\": \"%s\"}"
            .formatted(PASSWORD));
  }

  /** A token for the user with this number. */
  String signIn(int number) throws IOException, InterruptedException {
    String answer =
        post(
            "/auth/login",
            "{\"email\": \"user%d@example.com\", \"password\": \"%s\"}"
                .formatted(number, PASSWORD));
    Matcher token = TOKEN.matcher(answer);
    if (!token.find()) {
      throw new IOException("no token in the answer to a login");
    }
    return token.group(1);
  }

  /** The answer to a request sent once; what it asks for is another thing each time. */
  HttpResponse<byte[]> once(Request request, String token, @Nullable String etag)
      throws IOException, InterruptedException {
    String number = Integer.toString(1 + asked.getAndIncrement() % NUMBERS);
    HttpRequest.BodyPublisher body =
        request.body() == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(
                request
                    .body()
                    .replace("%n", number)
                    .replace("%s", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20"));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(url(request.path().replace("%n", number))))
            .method(request.method(), body)
            .header("Content-Type", "application/json")
            .header("Accept-Encoding", "gzip")
            .header("Authorization", token);
    if (etag != null) {
      builder.header("If-None-Match", etag);
    }
    return HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Waits until it has done what clients asked for who have gone meanwhile, and is quick again. */
  void calm(Request asked, String token) throws IOException, InterruptedException {
    once(asked, token, null); // stands behind them where they queue, as sign-ins do
    Request small = Request.named("auth/me");
    Instant begun = Instant.now();
    int quick = 0;
    while (quick < 5) {
      long sent = System.nanoTime();
      boolean served = once(small, token, null).statusCode() == 200;
      quick = served && System.nanoTime() - sent < QUICK.toNanos() ? quick + 1 : 0;
      if (Instant.now().isAfter(begun.plus(PATIENCE))) {
        throw new IOException("the server does not become calm");
      }
    }
  }

  private String post(String path, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  /** Resident memory in megabytes: now ({@code VmRSS}), or the most so far ({@code VmHWM}). */
  long megabytes(String field) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
            .filter(line -> line.startsWith(field + ":"))
            .map(line -> line.replaceAll("\\D", ""))
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElseThrow()
        / 1024;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
