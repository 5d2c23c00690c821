package dev.devsync.github.sync;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Tries for a moment, because whoever is writing is mostly done within it. */
final class Soon {

  private static final int TRIES = 30;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Soon() {}

  static boolean succeeds(BooleanSupplier attempt) {
    for (int i = 0; i < TRIES; i++) {
      if (attempt.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return attempt.getAsBoolean();
  }
}
