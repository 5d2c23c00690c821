package dev.devsync.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * By how many percent figures differ from what they were when the range of time began, that is, at
 * the end of the previous one; null where there was nothing to compare with.
 */
record Growth(@Nullable Integer projects, @Nullable Integer users) {

  static final Growth UNKNOWN = new Growth(null, null);

  static @Nullable Integer percent(long then, long now) {
    return then == 0 ? null : Math.toIntExact(Math.round(100.0 * (now - then) / then));
  }
}
