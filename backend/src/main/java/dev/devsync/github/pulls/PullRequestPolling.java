package dev.devsync.github.pulls;

import dev.devsync.github.Integration;
import dev.devsync.github.TaskKeys;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubReply;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.github.pulls.PullRequestPollRepository.Due;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Asks GitHub for the pull requests that changed lately, which repairs whatever webhooks lose. One
 * question at a time.
 */
@Service
class PullRequestPolling {

  private static final Logger log = LoggerFactory.getLogger(PullRequestPolling.class);
  private static final int PER_PAGE = 100;
  private static final int MOST_PAGES = 5;
  private static final String LATEST =
      "/repos/%s/pulls?state=all&sort=updated&direction=desc&per_page=" + PER_PAGE + "&page=%d";

  private final PullRequestPollRepository polls;
  private final PullRequestRepository pulls;
  private final IncomingPullRequests incoming;
  private final GithubApi github;
  private final GithubSessions sessions;
  private final Integration integration;
  private final TaskKeys keys;
  private final Clock clock;

  PullRequestPolling(
      PullRequestPollRepository polls,
      PullRequestRepository pulls,
      IncomingPullRequests incoming,
      GithubApi github,
      GithubSessions sessions,
      Integration integration,
      TaskKeys keys,
      Clock clock) {
    this.polls = polls;
    this.pulls = pulls;
    this.incoming = incoming;
    this.github = github;
    this.sessions = sessions;
    this.integration = integration;
    this.keys = keys;
    this.clock = clock;
  }

  void poll() {
    if (!integration.isEnabled()) {
      return;
    }
    Set<Integer> resting = new HashSet<>();
    for (Due repository : polls.due()) {
      if (!resting.contains(repository.reader()) && !ask(repository)) {
        resting.add(repository.reader());
      }
    }
  }

  /** False if there is no use in asking on with this token for now. */
  private boolean ask(Due repository) {
    String etag = repository.etag();
    try {
      etag =
          sessions
              .with(repository.reader(), token -> Tag.of(asked(repository, token)))
              .map(Tag::text)
              .orElse(etag);
      return true;
    } catch (GithubTrouble trouble) {
      return trouble.is(Kind.NOT_FOUND) || trouble.is(Kind.FORBIDDEN) || trouble.is(Kind.REFUSED);
    } catch (RuntimeException failure) {
      log.warn("Pull requests of repository {} were not read", repository.repoId(), failure);
      return true;
    } finally {
      polls.polled(repository, etag, clock.instant());
    }
  }

  /** An entity tag, or none. */
  private record Tag(@Nullable String text) {
    static Tag of(@Nullable String text) {
      return new Tag(text);
    }
  }

  /** The entity tag of the newest pull requests, all of which were heeded. */
  private @Nullable String asked(Due repository, String token) {
    polls.unseen(repository.repoId()).forEach(number -> one(repository, number, token));
    GithubReply first =
        github.getIfChanged(token, LATEST.formatted(repository.repoName(), 1), repository.etag());
    if (first == null) {
      return repository.etag();
    }
    GithubReply page = first;
    // What was there before DevSync asked for the first time is of interest for one page only.
    int pages = repository.isFirst() ? 1 : MOST_PAGES;
    for (int number = 1; heedNew(repository, page) == PER_PAGE && number < pages; number++) {
      page = github.get(token, LATEST.formatted(repository.repoName(), number + 1));
    }
    return first.etag();
  }

  /** How many said something new, the latest last. */
  private int heedNew(Due repository, GithubReply page) {
    List<PullRequestNews> all = new ArrayList<>();
    for (JsonNode pull : page.body()) {
      PullRequestNews news = PullRequestNews.of(repository.repoId(), pull, keys);
      if (news != null) {
        all.addFirst(news);
      }
    }
    Set<Integer> known = all.isEmpty() ? Set.of() : pulls.upToDate(repository.repoId(), all);
    List<PullRequestNews> unheard =
        all.stream().filter(news -> !known.contains(news.number())).toList();
    unheard.forEach(incoming::heed);
    return unheard.size();
  }

  private void one(Due repository, int number, String token) {
    try {
      PullRequestNews news =
          PullRequestNews.of(
              repository.repoId(),
              github
                  .get(token, "/repos/%s/pulls/%d".formatted(repository.repoName(), number))
                  .body(),
              keys);
      if (news != null) {
        incoming.heed(news);
      }
    } catch (GithubTrouble trouble) {
      if (!trouble.is(Kind.NOT_FOUND)) {
        throw trouble;
      }
      incoming.gone(repository.repoId(), number);
    }
  }
}
