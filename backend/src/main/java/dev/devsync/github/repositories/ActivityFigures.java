package dev.devsync.github.repositories;

import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubReply;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks for the activity of several repositories at once; one that cannot be asked counts as quiet.
 */
@Component
class ActivityFigures {

  private static final int AT_ONCE = 8;
  private static final int MOST_PAGES = 10;
  private static final int PER_PAGE = 100;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final GithubApi github;
  private final Clock clock;

  ActivityFigures(GithubApi github, Clock clock) {
    this.github = github;
    this.clock = clock;
  }

  /** The figures by name of the repository, within so many days. */
  Map<String, Activity> of(List<String> names, int days, String token) throws InterruptedException {
    Instant since = clock.instant().minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    List<Callable<Activity>> questions =
        names.stream().<Callable<Activity>>map(name -> () -> activity(name, since, token)).toList();
    Map<String, Activity> figures = new LinkedHashMap<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Activity>> answers =
          workers.invokeAll(questions, LONGEST.toSeconds(), TimeUnit.SECONDS);
      for (int i = 0; i < names.size(); i++) {
        figures.put(names.get(i), resultOf(answers.get(i)));
      }
    }
    return figures;
  }

  private static Activity resultOf(Future<Activity> answer) {
    return answer.state() == Future.State.SUCCESS ? answer.resultNow() : Activity.UNKNOWN;
  }

  private Activity activity(String name, Instant since, String token) {
    try {
      return new Activity(pullRequests(name, since, token), commits(name, since, token));
    } catch (GithubTrouble trouble) {
      return Activity.UNKNOWN;
    }
  }

  /** Newest first, so counting ends at the first that is too old. */
  private int pullRequests(String name, Instant since, String token) {
    int count = 0;
    for (int page = 1; page <= MOST_PAGES; page++) {
      GithubReply reply =
          github.get(
              token,
              "/repos/%s/pulls?state=all&sort=created&direction=desc&per_page=%d&page=%d"
                  .formatted(name, PER_PAGE, page));
      int young = 0;
      for (JsonNode pull : reply.body()) {
        young += Json.text(pull, "created_at").compareTo(since.toString()) >= 0 ? 1 : 0;
      }
      count += young;
      if (young < PER_PAGE || !reply.hasNext()) {
        break;
      }
    }
    return count;
  }

  /** With one commit on a page, the number of the last page is the number of commits. */
  private int commits(String name, Instant since, String token) {
    GithubReply reply =
        github.get(token, "/repos/%s/commits?since=%s&per_page=1".formatted(name, since));
    return reply.lastPage().orElse(reply.body().size());
  }
}
