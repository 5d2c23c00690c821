package dev.devsync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.testing.StoppablePostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The server while its PostgreSQL is stopped, and when it is back. */
class DatabaseAwayTest {

  private static final String ACCOUNT =
      "{\"name\":\"Ann\",\"email\":\"ann@example.com\",\"password\":\"password1\"}";
  private static final int TOGETHER = 30;

  /** Five seconds are promised; the rest is for a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path home;

  @Test
  void withoutItsDatabaseAServerLivesButIsNotReadyAnswersAtOnceAndRecoversByItself()
      throws Exception {
    try (StoppablePostgres postgres = new StoppablePostgres(home.resolve("postgres"));
        ServerProcess server =
            ServerProcess.start(home, Map.of("DATABASE_URL", postgres.url())).untilHealthy()) {
      String token = register(server);
      awaitReadiness(server, 200);

      postgres.stop();
      awaitReadiness(server, 503);
      assertThat(server.management("/health/liveness")).hasValue(200);
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
      assertEverybodyIsToldToComeAgain(server, token);

      postgres.startAgain();
      awaitReadiness(server, 200);
      assertThat(server.management("/health/liveness")).hasValue(200);
      assertThat(me(server, token).statusCode()).isEqualTo(200);
      assertThat(server.post("/api/v1/auth/login", ACCOUNT).statusCode()).isEqualTo(200);
    }
  }

  private static void assertEverybodyIsToldToComeAgain(ServerProcess server, String token)
      throws Exception {
    Instant asked = Instant.now();
    Callable<HttpResponse<String>> reader = () -> me(server, token);
    Callable<HttpResponse<String>> visitor = () -> server.post("/api/v1/auth/login", ACCOUNT);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> answers =
          people.invokeAll(
              Stream.concat(
                      Stream.generate(() -> reader).limit(TOGETHER), Stream.of(visitor, visitor))
                  .toList());
      for (Future<HttpResponse<String>> answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(503);
        assertThat(answer.get().headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.get().body()).contains("The service is temporarily unavailable");
      }
    }
    assertThat(Duration.between(asked, Instant.now())).isLessThan(PATIENCE);
  }

  private static void awaitReadiness(ServerProcess server, int status) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> server.management("/health/readiness"), OptionalInt.of(status)::equals);
  }

  private static HttpResponse<String> me(ServerProcess server, String token) {
    try {
      return server.get("/api/v1/auth/me", "Authorization", "Bearer " + token);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String register(ServerProcess server) throws IOException {
    String answer = server.post("/api/v1/auth/register", ACCOUNT).body();
    return new JsonMapper().readTree(answer).path("user").path("token").asString();
  }
}
