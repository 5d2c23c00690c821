package dev.devsync.dashboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ranges of time that figures can be compared over. */
enum TimeRange {
  WEEK(7),
  MONTH(30),
  QUARTER(90);

  private final Duration length;

  TimeRange(int days) {
    this.length = Duration.ofDays(days);
  }

  Duration length() {
    return length;
  }

  /** The range of this name; empty for anything else. */
  static Optional<TimeRange> named(@Nullable String name) {
    return Arrays.stream(values())
        .filter(range -> range.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
