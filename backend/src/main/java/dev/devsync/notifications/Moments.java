package dev.devsync.notifications;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Points in time as messages name them. */
final class Moments {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Moments() {}

  /** For example {@code 2026-05-07 12:00 UTC}. */
  static String inWords(Instant instant) {
    return WORDS.format(instant);
  }
}
