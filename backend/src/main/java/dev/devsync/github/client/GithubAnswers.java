package dev.devsync.github.client;

import dev.devsync.github.client.GithubTrouble.Kind;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what an answer means. */
@Component
class GithubAnswers {

  private static final Duration WITHOUT_ADVICE = Duration.ofSeconds(60);
  private static final Duration LONGEST_ADVICE = Duration.ofHours(1);

  private final JsonMapper json;
  private final Clock clock;

  GithubAnswers(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /** The body of a success; everything else is trouble of some kind. */
  GithubReply successOf(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return GithubReply.of(json(answer), answer.headers());
    }
    throw trouble(answer);
  }

  /** What a status means that is no success. */
  GithubTrouble trouble(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    String what = "answered " + status;
    if (status == 429 || status == 403 && isAboutRates(answer)) {
      return new GithubTrouble(Kind.RATE_LIMITED, what, retryAfter(answer.headers()));
    }
    return new GithubTrouble(
        switch (status) {
          case 401 -> Kind.UNAUTHORIZED;
          case 403, 451 -> Kind.FORBIDDEN;
          case 404, 410 -> Kind.NOT_FOUND;
          case 400, 409, 422 -> Kind.REFUSED;
          default -> Kind.UNAVAILABLE;
        },
        what);
  }

  /** The body as JSON; nothing at all is an empty object. */
  JsonNode json(HttpResponse<byte[]> answer) {
    if (answer.body().length == 0) {
      return json.createObjectNode();
    }
    try {
      return json.readTree(answer.body());
    } catch (JacksonException malformed) {
      throw new GithubTrouble(Kind.UNAVAILABLE, "answered what is not JSON");
    }
  }

  private static boolean isAboutRates(HttpResponse<byte[]> answer) {
    HttpHeaders headers = answer.headers();
    String text =
        new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    return headers.firstValue("Retry-After").isPresent()
        || headers.firstValue("X-RateLimit-Remaining").filter("0"::equals).isPresent()
        || text.contains("rate limit");
  }

  private Duration retryAfter(HttpHeaders headers) {
    Duration advised =
        number(headers, "Retry-After")
            .map(Duration::ofSeconds)
            .or(
                () ->
                    number(headers, "X-RateLimit-Reset")
                        .map(
                            reset ->
                                Duration.between(clock.instant(), Instant.ofEpochSecond(reset))))
            .orElse(WITHOUT_ADVICE);
    if (advised.isNegative() || advised.isZero()) {
      return Duration.ofSeconds(1);
    }
    return advised.compareTo(LONGEST_ADVICE) > 0 ? LONGEST_ADVICE : advised;
  }

  private static Optional<Long> number(HttpHeaders headers, String name) {
    return headers.firstValue(name).filter(text -> text.matches("\\d{1,12}")).map(Long::valueOf);
  }
}
