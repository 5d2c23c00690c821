package dev.devsync.github.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.fakegithub.Weather;
import dev.devsync.github.GithubHttpTest;
import dev.devsync.testing.TestUser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures about GitHub follow what GitHub answers. */
class GithubTrafficTest extends GithubHttpTest {

  @Autowired private MeterRegistry registry;

  private static double remaining(MeterRegistry figures) {
    return figures.get("devsync.github.rate.limit.remaining").gauge().value();
  }

  private double requests(String outcome) {
    return registry.counter("devsync.github.requests", "outcome", outcome).count();
  }

  private static HttpHeaders left(int remaining, Instant until) {
    Map<String, List<String>> headers =
        Map.of(
            "X-RateLimit-Remaining", List.of("" + remaining),
            "X-RateLimit-Reset", List.of("" + until.getEpochSecond()));
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  @Test
  void theScarcestTokenCountsUntilItsWindowEnds() {
    MeterRegistry figures = new SimpleMeterRegistry();
    GithubTraffic traffic = new GithubTraffic(figures, clock);
    Instant soon = clock.instant().plusSeconds(60);
    assertThat(remaining(figures)).isNaN();
    traffic.answered(200, left(4_000, soon.plusSeconds(600)));
    assertThat(remaining(figures)).isEqualTo(4_000);
    traffic.answered(200, left(17, soon));
    traffic.answered(200, left(3_999, soon.plusSeconds(600)));
    assertThat(remaining(figures)).isEqualTo(17);

    clock.advance(Duration.ofSeconds(61));

    assertThat(remaining(figures)).isNaN();
    traffic.answered(200, left(3_998, soon.plusSeconds(600)));
    assertThat(remaining(figures)).isEqualTo(3_998);
  }

  @Test
  void requestsAreCountedByTheirOutcomeAndAnExhaustedLimitShows() {
    TestUser admin = given.anAdmin();
    connected(admin, "boss");
    github.repository("acme/door");
    String issues = "/github/repositories/" + given.aRepository("acme/door") + "/issues";
    double well = requests("success");
    double limited = requests("limited");
    double refused = requests("refused");

    as(admin).get(issues).then().statusCode(200);
    assertThat(requests("success")).isEqualTo(well + 1);
    assertThat(requests("limited")).isEqualTo(limited);

    github.weather(Weather.TOO_MANY, "");
    as(admin).get(issues).then().statusCode(429);
    assertThat(requests("limited")).isGreaterThan(limited);
    assertThat(requests("success")).isEqualTo(well + 1);

    github.weather(Weather.RATE_LIMITED, "");
    as(admin).get(issues).then().statusCode(429);
    assertThat(requests("refused")).isGreaterThan(refused);
    assertThat(remaining(registry)).isZero();

    clock.advance(Duration.ofMinutes(1));
    assertThat(remaining(registry)).isNaN();
  }
}
