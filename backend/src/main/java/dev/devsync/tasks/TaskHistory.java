package dev.devsync.tasks;

import dev.devsync.platform.changes.FieldChange;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.Paging;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a task, newest first, as far back as the outbox is kept. */
record TaskHistory(List<HistoryEntry> history, Pagination pagination) {

  private static final int DEFAULT_PER_PAGE = 50;
  private static final int MOST_PER_PAGE = 200;

  static Paging paging(@Nullable String page, @Nullable String perPage) {
    return Paging.of(page, perPage, DEFAULT_PER_PAGE, MOST_PER_PAGE);
  }

  /**
   * One event.
   *
   * @param actorId null if it was nobody, as with changes that come from GitHub
   * @param actorName null as well if the actor is gone
   * @param changes the fields that changed; empty for events of other kinds
   */
  record HistoryEntry(
      long seq,
      String type,
      @Nullable Integer actorId,
      @Nullable String actorName,
      List<FieldChange> changes,
      Instant createdAt) {}
}
