package dev.devsync.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * The page of a list a caller wants, with lenient reading (conventions, section 11).
 *
 * @param page from 1
 * @param perPage rows on a page, at least 1
 */
public record Paging(int page, int perPage) {

  /** Unreadable and too small values become the defaults, too large ones the cap. */
  public static Paging of(
      @Nullable String page, @Nullable String perPage, int defaultPerPage, int cap) {
    int size = integer(perPage, defaultPerPage);
    return new Paging(
        Math.max(1, integer(page, 1)), size < 1 ? defaultPerPage : Math.min(size, cap));
  }

  public long offset() {
    return (page - 1L) * perPage;
  }

  private static int integer(@Nullable String text, int fallback) {
    if (text == null) {
      return fallback;
    }
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException unreadable) {
      return fallback;
    }
  }
}
