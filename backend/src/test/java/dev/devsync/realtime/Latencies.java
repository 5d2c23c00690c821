package dev.devsync.realtime;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** How long many things took, to a tenth of a millisecond. */
final class Latencies {

  private static final int LONGEST = 600_000;
  private static final long STEP_NANOS = 100_000;

  private final AtomicIntegerArray counts = new AtomicIntegerArray(LONGEST + 1);

  void add(long nanos) {
    counts.incrementAndGet((int) Math.clamp(nanos / STEP_NANOS, 0, LONGEST));
  }

  long size() {
    long size = 0;
    for (int i = 0; i <= LONGEST; i++) {
      size += counts.get(i);
    }
    return size;
  }

  /** The time in milliseconds within which this share was done. */
  double within(double share) {
    long wanted = (long) Math.ceil(size() * share);
    long seen = 0;
    for (int i = 0; i <= LONGEST; i++) {
      seen += counts.get(i);
      if (seen >= wanted) {
        return i / 10.0;
      }
    }
    return LONGEST / 10.0;
  }

  @Override
  public String toString() {
    return "%d samples, p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
        .formatted(size(), within(0.5), within(0.99), within(1));
  }
}
