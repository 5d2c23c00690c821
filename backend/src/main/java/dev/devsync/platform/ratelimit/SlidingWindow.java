package dev.devsync.platform.ratelimit;

import java.time.Duration;

/**
 * Counts requests of one client: each counts for the length of the window, refused ones do not
 * count. Times are nanoseconds of one monotonic clock.
 */
final class SlidingWindow {

  private static final int FEW = 8;

  private final int limit;
  private final long length;
  private long[] times;
  private int oldest;
  private int count;

  SlidingWindow(int limit, Duration length) {
    this.limit = limit;
    this.length = length.toNanos();
    this.times = new long[Math.min(FEW, limit)];
  }

  /** Nanoseconds until a request is allowed; 0 if this one was, and is counted. */
  synchronized long admit(long now) {
    while (count > 0 && now - times[oldest] >= length) {
      oldest = (oldest + 1) % times.length;
      count--;
    }
    if (count == limit) {
      return length - (now - times[oldest]);
    }
    if (count == times.length) {
      grow();
    }
    times[(oldest + count) % times.length] = now;
    count++;
    return 0;
  }

  /** Most clients never need room for as many times as the limit allows. */
  private void grow() {
    long[] larger = new long[(int) Math.min(limit, 2L * times.length)];
    for (int n = 0; n < count; n++) {
      larger[n] = times[(oldest + n) % times.length];
    }
    times = larger;
    oldest = 0;
  }
}
