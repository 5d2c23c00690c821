package dev.devsync.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.devsync.fakegithub.FakeGithub;
import dev.devsync.fakegithub.Weather;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What callers are told while GitHub is not at its best. */
@ExtendWith(OutputCaptureExtension.class)
class BadWeatherTest extends GithubHttpTest {

  private TestUser admin;
  private String token;
  private int repo;

  @BeforeEach
  void somebodyWithAnAccount() {
    admin = given.anAdmin();
    token = connected(admin, "boss");
    github.repository("acme/door").open("Squeaks", "octocat");
    repo = given.aRepository("acme/door");
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHORIZED, 401, 401, 401, 401",
    "FORBIDDEN, 502, 502, 404, 403",
    "NOT_FOUND, 502, 502, 404, 404",
    "GONE, 502, 502, 404, 404",
    "UNPROCESSABLE, 502, 502, 502, 502",
    "TOO_MANY, 429, 429, 429, 429",
    "RATE_LIMITED, 429, 429, 429, 429",
    "DOWN, 502, 502, 502, 502",
    "BROKEN_JSON, 502, 502, 502, 502",
    "REDIRECT_ELSEWHERE, 502, 502, 502, 502"
  })
  void everyEndpointHasAnAnswer(
      Weather weather, int listing, int browsing, int tracking, int creating, CapturedOutput log) {
    TestTask task = given.aTask("Oil", admin);
    github.weather(weather, "");
    assertThat(
            List.of(
                get("/github/repositories?include_activity=true"),
                get("/github/repositories/" + repo + "/issues"),
                get("/github/repositories/" + repo + "/pulls"),
                post(
                    "/github/repositories",
                    "{\"repository_name\": \"acme/door\", \"repository_url\": \"https://github.com/acme/door\"}"),
                post(
                    "/tasks/" + task.id() + "/github/create-issue", "{\"repo_id\": " + repo + "}")))
        .containsExactly(listing, browsing, browsing, tracking, creating);
    assertThat(log.getAll()).doesNotContain(token);
  }

  private int get(String path) {
    reconnect();
    return as(admin).get(path).then().extract().statusCode();
  }

  private int post(String path, String json) {
    reconnect();
    return as(admin, json).post(path).then().extract().statusCode();
  }

  /** An account whose token GitHub refused is not connected any more. */
  private void reconnect() {
    jdbc.sql("DELETE FROM github_tokens").update();
    connected(admin, "boss", token);
  }

  @Test
  void nothingIsSentToWhereARedirectLeadsOffTheHost() {
    try (FakeGithub elsewhere = FakeGithub.start(0)) {
      github.redirectTo(elsewhere.url() + "/user/repos");
      github.weather(Weather.REDIRECT_ELSEWHERE, "");
      assertThat(get("/github/repositories")).isEqualTo(502);
      assertThat(elsewhere.calls()).isEmpty();
    }
  }

  @Test
  void aGithubThatDoesNotAnswerHoldsNobodyElseUp() throws Exception {
    github.weather(Weather.SLOW, "/user/repos");
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Instant start = Instant.now();
      List<Future<Integer>> slow =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      callers.submit(
                          () ->
                              as(admin).get("/github/repositories").then().extract().statusCode()))
              .toList();
      for (int i = 0; i < 20; i++) {
        as(admin).get("/github/status").then().statusCode(200).body("connected", equalTo(true));
      }
      Duration others = Duration.between(start, Instant.now());
      for (Future<Integer> answer : slow) {
        assertThat(answer.get()).isEqualTo(502);
      }
      Duration all = Duration.between(start, Instant.now());
      assertThat(all).isLessThan(Duration.ofSeconds(25));
      assertThat(others).isLessThan(all);
    }
  }
}
