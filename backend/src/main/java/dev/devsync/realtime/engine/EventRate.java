package dev.devsync.realtime.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** At most so many packets in any second. Not thread-safe. */
final class EventRate {

  private static final long WINDOW_NANOS = 1_000_000_000L;

  private final int limit;
  private long @Nullable [] accepted;
  private int next;

  EventRate(int limit) {
    this.limit = limit;
  }

  /** Counts a packet that arrives {@code now}, unless it is one too many. */
  boolean accepts(long now) {
    if (accepted == null) {
      accepted = new long[limit];
      Arrays.fill(accepted, now - WINDOW_NANOS);
    }
    if (now - accepted[next] < WINDOW_NANOS) {
      return false;
    }
    accepted[next] = now;
    next = (next + 1) % limit;
    return true;
  }
}
