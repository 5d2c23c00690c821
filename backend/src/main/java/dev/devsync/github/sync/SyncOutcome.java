package dev.devsync.github.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a step of synchronisation ended, or that it has not yet. */
public enum SyncOutcome {
  WAITING,
  DONE,
  /** Nothing was to be done, or could be; the reason says why. */
  SKIPPED,
  /** Set aside after everything was tried; a manager can ask to try again. */
  FAILED,
  /** Set aside by a manager. */
  IGNORED;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SyncOutcome named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
