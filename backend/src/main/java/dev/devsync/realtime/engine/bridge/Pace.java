package dev.devsync.realtime.engine.bridge;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How fast clients who connect follow each other. While others use the API it is so slow that most
 * of the processor is left to them: connecting may take a few seconds, an answer may not.
 */
final class Pace {

  /** A client that comes back and catches up costs some two milliseconds of a processor. */
  private static final int PER_SECOND_AND_PROCESSOR = 200;

  private static final long SECOND = 1_000_000_000;

  /** Whoever sent a request this long ago is likely to send another one. */
  private static final long REMEMBERED = SECOND / 2;

  /** More than this many who come while one waits are a crowd that is still arriving. */
  private static final int CROWD = 10;

  private static final int PATIENCE = 10;

  private final LongSupplier clock;
  private final IntSupplier waiting;
  private final long between;
  private volatile long lastRequest;
  private long lastStart;

  /**
   * @param waiting how many clients wait for their turn
   */
  Pace(LongSupplier clock, int processors, IntSupplier waiting) {
    this.clock = clock;
    this.waiting = waiting;
    this.between = SECOND / ((long) PER_SECOND_AND_PROCESSOR * processors);
    this.lastRequest = clock.getAsLong() - REMEMBERED;
    this.lastStart = lastRequest;
  }

  /** Somebody has asked for something else. */
  void requestCame() {
    lastRequest = clock.getAsLong();
  }

  /**
   * Waits until the next client may be served; one caller after the other. While a crowd arrives it
   * takes longer: requests on new connections are somewhere in it and have to be accepted first.
   */
  synchronized void await() {
    int before = waiting.getAsInt();
    LockSupport.parkNanos(untilNext());
    for (int i = 1; i < PATIENCE && isShared() && waiting.getAsInt() - before > CROWD; i++) {
      before = waiting.getAsInt();
      LockSupport.parkNanos(between);
    }
    lastStart = clock.getAsLong();
  }

  /** How long the next client has to wait, in nanoseconds. */
  synchronized long untilNext() {
    return isShared() ? Math.max(0, lastStart + between - clock.getAsLong()) : 0;
  }

  private boolean isShared() {
    return clock.getAsLong() - lastRequest < REMEMBERED;
  }
}
