package dev.devsync.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * By how many percent figures differ from what they were when the range of time began, that is, at
 * the end of the previous one; null where there was nothing to compare with.
 *
 * @param activeTasks tasks to do, in progress or in review
 */
record Growth(
    @Nullable Integer projects,
    @Nullable Integer users,
    @Nullable Integer activeTasks,
    @Nullable Integer completedTasks) {

  static final Growth UNKNOWN = new Growth(null, null, null, null);

  static @Nullable Integer percent(long then, long now) {
    return then == 0 ? null : Math.toIntExact(Math.round(100.0 * (now - then) / then));
  }
}
