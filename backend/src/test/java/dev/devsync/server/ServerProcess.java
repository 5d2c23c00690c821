package dev.devsync.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** The server as people run it: a process of its own, configured by its environment. */
public final class ServerProcess implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;
  private final int managementPort;

  private ServerProcess(Process process, int port, int managementPort) {
    this.process = process;
    this.port = port;
    this.managementPort = managementPort;
  }

  /** Starts it with an embedded database in the folder, without waiting for it. */
  public static ServerProcess start(
      Path home, Map<String, String> environment, String... jvmOptions) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(jvmOptions));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.devsync.DevSyncServer"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DEVSYNC_HOME", home.toString());
    builder.environment().put("PORT", Integer.toString(port));
    int managementPort = freePort();
    builder.environment().put("MANAGEMENT_PORT", Integer.toString(managementPort));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(home.resolve("server.log").toFile());
    return new ServerProcess(builder.start(), port, managementPort);
  }

  public ServerProcess untilHealthy() {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .until(this::isHealthy);
    return this;
  }

  private boolean isHealthy() {
    if (!process.isAlive()) {
      throw new AssertionError("the server ended with " + process.exitValue());
    }
    try {
      return get("/health").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  public HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  HttpResponse<String> get(String path, String header, String value) throws IOException {
    return send(HttpRequest.newBuilder(uri(path)).header(header, value).build());
  }

  public HttpResponse<String> post(String path, String json) throws IOException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /** What it answers on its management port; the status, or empty if it does not answer. */
  OptionalInt management(String path) {
    URI address = URI.create("http://localhost:" + managementPort + path);
    try {
      return OptionalInt.of(send(HttpRequest.newBuilder(address).build()).statusCode());
    } catch (IOException closed) {
      return OptionalInt.empty();
    }
  }

  /** A request of somebody who is signed in. */
  public HttpResponse<String> send(String method, String path, String token, String json)
      throws IOException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  public long pid() {
    return process.pid();
  }

  public int port() {
    return port;
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  /** Ends it without giving it a chance. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end and does not wait. */
  void terminate() {
    process.destroy();
  }

  /** Asks it to end and waits; the exit status. */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the server does not stop");
    }
    return process.exitValue();
  }

  /** Ends it if a failed test left it running, together with its database. */
  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      stop();
    }
  }

  int waitFor() throws InterruptedException {
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      throw new AssertionError("the server does not end");
    }
    return process.exitValue();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
