package dev.devsync.platform.ratelimit;

import java.time.Duration;

/**
 * Counts requests of one client: each counts for the length of the window, refused ones do not
 * count. Times are nanoseconds of one monotonic clock.
 */
final class SlidingWindow {

  private final long[] times;
  private final long length;
  private int oldest;
  private int count;

  SlidingWindow(int limit, Duration length) {
    this.times = new long[limit];
    this.length = length.toNanos();
  }

  /** Nanoseconds until a request is allowed; 0 if this one was, and is counted. */
  synchronized long admit(long now) {
    while (count > 0 && now - times[oldest] >= length) {
      oldest = (oldest + 1) % times.length;
      count--;
    }
    if (count == times.length) {
      return length - (now - times[oldest]);
    }
    times[(oldest + count) % times.length] = now;
    count++;
    return 0;
  }
}
