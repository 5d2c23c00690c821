package dev.devsync.github.repositories;

import dev.devsync.github.GithubUnavailable;
import dev.devsync.github.repositories.Repositories.RepositoryList;
import dev.devsync.github.repositories.Tracking.TrackedRepository;
import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Repositories on GitHub. */
@RestController
@RequestMapping("/api/v1/github/repositories")
class RepositoryController {

  private final Repositories repositories;
  private final Tracking tracking;

  RepositoryController(Repositories repositories, Tracking tracking) {
    this.repositories = repositories;
    this.tracking = tracking;
  }

  @GetMapping
  @Requires(Right.BROWSE_GITHUB)
  @Refuses({401, 502})
  @Answers(value = GithubUnavailable.class, status = 503)
  RepositoryList listRepositories(
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "per_page", required = false) @Nullable String perPage,
      @RequestParam(name = "all_pages", required = false) @Nullable String allPages,
      @RequestParam(name = "include_activity", required = false) @Nullable String includeActivity,
      @RequestParam(name = "activity_window_days", required = false) @Nullable String windowDays,
      Caller caller) {
    return repositories.list(
        ListQuery.of(page, perPage, allPages, includeActivity, windowDays), caller);
  }

  @PostMapping
  @Requires(Right.TRACK_REPOSITORIES)
  @ResponseStatus(HttpStatus.CREATED)
  @Refuses({401, 404, 502})
  @Answers(value = RepositoryConflict.class, status = 409)
  @Answers(value = GithubUnavailable.class, status = 503)
  RepositoryAdded trackRepository(
      @Body(TrackRequest.Documented.class) JsonBody body, Caller caller) {
    return new RepositoryAdded(
        "Repository added successfully", tracking.track(TrackRequest.read(body), caller));
  }

  record RepositoryConflict(String message, TrackedRepository repository) {}

  record RepositoryAdded(String message, TrackedRepository repository) {}
}
