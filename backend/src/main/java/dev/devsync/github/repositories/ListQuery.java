package dev.devsync.github.repositories;

import dev.devsync.platform.web.Paging;
import org.jspecify.annotations.Nullable;

/** Which repositories a caller wants to see, and how much about them. */
record ListQuery(Paging paging, boolean allPages, boolean withActivity, int windowDays) {

  private static final int DEFAULT_PER_PAGE = 30;
  private static final int MOST_PER_PAGE = 100;
  private static final int DEFAULT_WINDOW = 365;
  private static final int LONGEST_WINDOW = 36_500;

  static ListQuery of(
      @Nullable String page,
      @Nullable String perPage,
      @Nullable String allPages,
      @Nullable String includeActivity,
      @Nullable String windowDays) {
    return new ListQuery(
        Paging.of(page, perPage, DEFAULT_PER_PAGE, MOST_PER_PAGE),
        "true".equalsIgnoreCase(allPages),
        "true".equalsIgnoreCase(includeActivity),
        Paging.of(null, windowDays, DEFAULT_WINDOW, LONGEST_WINDOW).perPage());
  }
}
