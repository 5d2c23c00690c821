package dev.devsync.github.sync;

import dev.devsync.github.sync.SyncQueries.Filter;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Texts;
import dev.devsync.platform.web.Message;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.Paging;
import dev.devsync.platform.web.Refuses;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What synchronisation did, has to do, and could not do. */
@RestController
@RequestMapping("/api/v1/github/sync")
class SyncController {

  private static final int DEFAULT_PER_PAGE = 50;
  private static final int MOST_PER_PAGE = 100;

  private final SyncQueries queries;
  private final SyncActions actions;

  SyncController(SyncQueries queries, SyncActions actions) {
    this.queries = queries;
    this.actions = actions;
  }

  @GetMapping
  @Requires(Right.VIEW_SYNCHRONISATION)
  SyncOverview readSync(Caller caller) {
    return new SyncOverview(queries.repositories(caller));
  }

  @GetMapping("/events")
  @Requires(Right.VIEW_SYNCHRONISATION)
  SyncLog listSyncEvents(
      @RequestParam(name = "repo_id", required = false) @Nullable String repoId,
      @RequestParam(name = "task_id", required = false) @Nullable String taskId,
      @RequestParam(required = false) @Nullable String outcome,
      @RequestParam(required = false) @Nullable String direction,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "per_page", required = false) @Nullable String perPage,
      Caller caller) {
    Filter filter = new Filter(id(repoId), id(taskId), word(outcome), word(direction));
    Paging paging = Paging.of(page, perPage, DEFAULT_PER_PAGE, MOST_PER_PAGE);
    return new SyncLog(
        queries.events(filter, paging, caller),
        Pagination.of(paging, queries.count(filter, caller)));
  }

  @PostMapping("/events/{id:\\d{1,18}}/retry")
  @Requires(Right.MANAGE_SYNCHRONISATION)
  @Refuses(409)
  Message retrySyncEvent(@PathVariable long id, Caller caller) {
    actions.retry(id, caller);
    return new Message("It will be tried again");
  }

  @PostMapping("/events/{id:\\d{1,18}}/ignore")
  @Requires(Right.MANAGE_SYNCHRONISATION)
  @Refuses(409)
  Message ignoreSyncEvent(@PathVariable long id, Caller caller) {
    actions.ignore(id, caller);
    return new Message("It is set aside");
  }

  /** What cannot be an id filters nothing. */
  private static @Nullable Integer id(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable String word(@Nullable String text) {
    return text == null || text.isBlank() || !Texts.isStorable(text) ? null : text.strip();
  }

  record SyncOverview(List<RepositorySync> repositories) {}

  record SyncLog(List<SyncEvent> events, Pagination pagination) {}
}
