package dev.devsync.github.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long to wait before trying again: quickly within the first minute, then with growing pauses
 * for over a day.
 */
final class Patience {

  private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
  private static final List<Duration> PAUSES =
      IntStream.of(2, 5, 10, 20, 60, 120, 300, 600, 1_200, 2_400, 4_800, 9_600)
          .mapToObj(Duration::ofSeconds)
          .toList();
  private static final int LONGEST_PAUSES = 6;

  private Patience() {}

  /** The pause after so many failed attempts; empty when patience is at its end. */
  static Optional<Duration> after(int attempts) {
    if (attempts <= PAUSES.size()) {
      return Optional.of(PAUSES.get(attempts - 1));
    }
    return attempts <= PAUSES.size() + LONGEST_PAUSES
        ? Optional.of(LONGEST_PAUSE)
        : Optional.empty();
  }
}
