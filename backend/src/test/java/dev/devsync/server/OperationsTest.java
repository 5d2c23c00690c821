package dev.devsync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperationsTest {

  private static final String ACCOUNT =
      "{\"name\":\"Ann\",\"email\":\"ann@example.com\",\"password\":\"password1\"}";
  private static final String SIGN_IN =
      "{\"email\":\"ann@example.com\",\"password\":\"password1\"}";
  private static final int HALF = 10;
  private static final Map<String, String> SETTINGS =
      Map.of(
          "LOG_FORMAT",
          "json",
          "LOGGING_LEVEL_DEV_DEVSYNC_REQUESTS",
          "DEBUG",
          "DEVSYNC_OPERATIONS_REPORT_EVERY",
          "500ms");

  @TempDir private Path home;

  @Test
  void itsLogIsJsonThatNamesRequestAndUserAndFeedsTheAlarmAndHoldsNoSecrets() throws Exception {
    String token;
    try (ServerProcess server = ServerProcess.start(home, SETTINGS)) {
      token = register(server.untilHealthy());
      server.get("/api/v1/auth/me?code=geheim", "Authorization", "Bearer " + token);
      await().until(() -> Files.readString(home.resolve("server.log")).contains("job_backlog"));
    }

    List<String> lines = Files.readAllLines(home.resolve("server.log"));
    assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    JsonNode request = line(lines, "path", "/api/v1/auth/me");
    assertThat(request.path("user_id").asString()).isEqualTo("1");
    assertThat(request.path("request_id").asString()).hasSize(36);
    assertThat(request.path("status").asInt()).isEqualTo(200);
    assertThat(line(lines, "metric", "job_backlog").path("value").isIntegralNumber()).isTrue();
    assertThat(String.join("\n", lines))
        .doesNotContain("ann@example.com", "password1", "geheim", token);
  }

  @Test
  void aServerAskedToEndSaysSoFinishesWhatItHasAndLeavesWithinTenSeconds() throws Exception {
    try (ServerProcess server = ServerProcess.start(home, SETTINGS)) {
      CompletableFuture<String> farewell = new CompletableFuture<>();
      Socket socket = connected(server, register(server.untilHealthy()), farewell);
      assertThat(server.management("/health/readiness")).hasValue(200);
      try (java.net.Socket slow = halfASignIn(server)) {
        await().until(() -> server.get("/health").statusCode() == 200);
        Instant asked = Instant.now();
        server.terminate();

        await()
            .pollInterval(Duration.ofMillis(20))
            .until(() -> server.management("/health/readiness"), OptionalInt.of(503)::equals);
        assertThat(server.management("/health/liveness")).hasValue(200);
        // Clients come back by themselves only from a transport that was lost.
        assertThat(farewell.get(5, TimeUnit.SECONDS)).startsWith("transport ");
        await()
            .untilAsserted(() -> assertThatIOException().isThrownBy(() -> server.get("/health")));

        send(slow, SIGN_IN.substring(HALF));
        assertThat(new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
            .isEqualTo("HTTP/1.1 200");
        assertThat(server.waitFor()).isEqualTo(143);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
      } finally {
        socket.close();
      }
    }
  }

  /** A request that is still on its way. */
  private static java.net.Socket halfASignIn(ServerProcess server) throws IOException {
    java.net.Socket slow = new java.net.Socket("localhost", server.port());
    send(slow, "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\n");
    send(
        slow, "Content-Type: application/json\r\nContent-Length: " + SIGN_IN.length() + "\r\n\r\n");
    send(slow, SIGN_IN.substring(0, HALF));
    return slow;
  }

  private static Socket connected(
      ServerProcess server, String token, CompletableFuture<String> farewell) {
    IO.Options options =
        IO.Options.builder()
            .setAuth(Map.of("token", token))
            .setForceNew(true)
            .setReconnection(false)
            .setTransports(new String[] {"websocket"})
            .build();
    Socket socket = IO.socket(URI.create("http://localhost:" + server.port()), options);
    socket.on(Socket.EVENT_DISCONNECT, reason -> farewell.complete(String.valueOf(reason[0])));
    socket.connect();
    await().until(socket::connected);
    return socket;
  }

  private static String register(ServerProcess server) throws IOException {
    String answer = server.post("/api/v1/auth/register", ACCOUNT).body();
    return new JsonMapper().readTree(answer).path("user").path("token").asString();
  }

  private static void send(java.net.Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static JsonNode line(List<String> lines, String key, String value) {
    JsonMapper json = new JsonMapper();
    return lines.stream()
        .map(json::readTree)
        .filter(line -> line.path(key).asString("").equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line with " + key + " " + value));
  }
}
