package dev.devsync.platform.web;

/**
 * The effective paging of a list and how much there is; {@code pages} is 0 when {@code total} is.
 */
public record Pagination(int page, int perPage, long total, long pages) {

  public static Pagination of(Paging paging, long total) {
    return new Pagination(paging.page(), paging.perPage(), total, pages(paging, total));
  }

  /** How many pages the total fills. */
  public static long pages(Paging paging, long total) {
    return Math.ceilDiv(total, paging.perPage());
  }
}
