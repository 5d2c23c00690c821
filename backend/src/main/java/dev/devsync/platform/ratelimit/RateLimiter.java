package dev.devsync.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.devsync.platform.errors.ApiException;
import java.time.Duration;

/** Limits how often each client may do one thing; remembers a bounded number of clients. */
final class RateLimiter {

  private static final int MOST_CLIENTS = 100_000;

  private final Cache<String, SlidingWindow> windows;
  private final int limit;
  private final Duration length;
  private final String refusal;

  RateLimiter(int limit, Duration length, String refusal) {
    this.limit = limit;
    this.length = length;
    this.refusal = refusal;
    this.windows =
        Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(length).build();
  }

  /** Counts a request of the client, or refuses it with 429 and the time to wait. */
  void admit(String client) {
    long wait =
        windows.get(client, ignored -> new SlidingWindow(limit, length)).admit(System.nanoTime());
    if (wait > 0) {
      throw ApiException.tooManyRequests(
          refusal, Duration.ofSeconds(Math.ceilDiv(wait, 1_000_000_000L)));
    }
  }
}
