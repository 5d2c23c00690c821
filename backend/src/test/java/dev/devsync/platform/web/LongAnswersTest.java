package dev.devsync.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestUser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongAnswersTest extends HttpTest {

  private static final int MANY = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private TestUser lead;

  @BeforeEach
  void manyTasks() {
    lead = given.aTeamLead();
    jdbc.sql(
            "INSERT INTO tasks (title, description, status, priority, progress, created_by)"
                + " SELECT 'Task ' || n, repeat('x', 100), 'todo', 'medium', 0, ?"
                + " FROM generate_series(1, ?) AS n")
        .param(lead.id())
        .param(MANY)
        .update();
  }

  @AfterEach
  void hangUp() {
    http.close();
  }

  private CompletableFuture<HttpResponse<byte[]>> list(TestUser user, String path, String accept) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
            .header("Authorization", "Bearer " + user.token())
            .header("Accept-Encoding", accept)
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) throws IOException {
    byte[] body = answer.body();
    return answer.headers().firstValue("Content-Encoding").isPresent()
        ? new String(
            new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(),
            StandardCharsets.UTF_8)
        : new String(body, StandardCharsets.UTF_8);
  }

  private long readings() {
    return statements.statements().stream().filter(sql -> sql.contains("FROM tasks t")).count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip             | true
          gzip, deflate, br| true
          br;q=1, GZIP;q=0.5| true
          gzip;q=0         | false
          identity         | false
          deflate, br      | false
          """)
  void whoTakesGzipGetsItAndOthersTheSameInPlain(String accept, boolean compressed)
      throws IOException {
    // Made for this client, and then kept from an earlier answer.
    for (String path : List.of("/tasks", "/tasks")) {
      HttpResponse<byte[]> answer = list(lead, path, accept).join();

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(answer.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(compressed);
      assertThat(answer.headers().allValues("Vary").toString()).containsIgnoringCase("encoding");
      assertThat(text(answer)).contains("\"Task 1\"", "\"Task " + MANY + "\"").endsWith("]}");
    }
  }

  @Test
  void aListIsMadeOnceAsLongAsNothingChanges() throws IOException {
    HttpResponse<byte[]> first = list(lead, "/tasks", "gzip").join();
    statements.reset();

    HttpResponse<byte[]> second = list(lead, "/tasks", "gzip").join();

    assertThat(readings()).isZero();
    assertThat(text(second)).isEqualTo(text(first));
  }

  @Test
  void aListThatChangedIsMadeAnew() throws IOException {
    list(lead, "/tasks", "gzip").join();
    jdbc.sql("UPDATE tasks SET title = 'Renamed' WHERE title = 'Task 7'").update();

    assertThat(text(list(lead, "/tasks", "gzip").join())).contains("\"Renamed\"");
  }

  @Test
  void everybodyGetsWhatTheyMaySee() throws IOException {
    TestUser developer = given.aDeveloper("Dave");
    list(lead, "/tasks", "gzip").join();

    assertThat(text(list(developer, "/tasks", "gzip").join())).isEqualTo("{\"tasks\":[]}");
    assertThat(text(list(lead, "/tasks?status=done", "gzip").join())).isEqualTo("{\"tasks\":[]}");
    assertThat(text(list(lead, "/tasks?sort=-id", "gzip").join()))
        .startsWith("{\"tasks\":[{\"id\":")
        .isNotEqualTo(text(list(lead, "/tasks", "gzip").join()));
  }

  @Test
  void thoseWhoAskAtTheSameTimeShareOneReading() throws IOException {
    statements.reset();

    List<CompletableFuture<HttpResponse<byte[]>>> asked =
        Stream.generate(() -> list(lead, "/tasks", "gzip")).limit(20).toList();
    List<HttpResponse<byte[]>> answers = asked.stream().map(CompletableFuture::join).toList();

    assertThat(readings()).isEqualTo(1);
    for (HttpResponse<byte[]> answer : answers) {
      assertThat(text(answer)).contains("\"Task " + MANY + "\"");
    }
  }

  @Test
  void aListThatCannotBeReadIsAnErrorForThisTimeOnly() throws IOException {
    jdbc.sql("ALTER TABLE tasks RENAME COLUMN title TO heading").update();
    try {
      HttpResponse<byte[]> failed = list(lead, "/tasks", "gzip").join();
      assertThat(failed.statusCode()).isEqualTo(500);
      assertThat(text(failed)).contains("message").doesNotContain("heading");
    } finally {
      jdbc.sql("ALTER TABLE tasks RENAME COLUMN heading TO title").update();
    }

    HttpResponse<byte[]> answer = list(lead, "/tasks", "gzip").join();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer)).contains("\"Task " + MANY + "\"");
  }
}
