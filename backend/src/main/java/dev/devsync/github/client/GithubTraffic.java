package dev.devsync.github.client;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts what GitHub answers and remembers how much of its rate limit the scarcest token has. */
@Component
class GithubTraffic {

  private static final String REQUESTS = "devsync.github.requests";

  private final MeterRegistry registry;
  private final Clock clock;
  private volatile Allowance scarcest = new Allowance(Double.NaN, Instant.EPOCH);

  GithubTraffic(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    Gauge.builder("devsync.github.rate.limit.remaining", this::remaining)
        .description("Requests left to the scarcest token until its window ends")
        .register(registry);
  }

  /** So many requests until the window ends. */
  private record Allowance(double remaining, Instant until) {}

  void answered(int status, HttpHeaders headers) {
    count(outcome(status));
    number(headers, "X-RateLimit-Remaining")
        .ifPresent(
            remaining ->
                number(headers, "X-RateLimit-Reset")
                    .ifPresent(reset -> heed(remaining, Instant.ofEpochSecond(reset))));
  }

  void unanswered() {
    count("unanswered");
  }

  private void count(String outcome) {
    registry.counter(REQUESTS, "outcome", outcome).increment();
  }

  private static String outcome(int status) {
    return switch (status) {
      case 304 -> "unchanged";
      case 429 -> "limited";
      default -> status < 400 ? "success" : status < 500 ? "refused" : "failed";
    };
  }

  private synchronized void heed(long remaining, Instant until) {
    // Also true while nothing is known, because NaN is not comparable.
    if (!(remaining() <= remaining)) {
      scarcest = new Allowance(remaining, until);
    }
  }

  private double remaining() {
    Allowance known = scarcest;
    return known.until().isAfter(clock.instant()) ? known.remaining() : Double.NaN;
  }

  private static Optional<Long> number(HttpHeaders headers, String name) {
    return headers.firstValue(name).filter(text -> text.matches("\\d{1,12}")).map(Long::valueOf);
  }
}
