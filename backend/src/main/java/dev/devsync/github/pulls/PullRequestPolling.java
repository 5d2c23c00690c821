package dev.devsync.github.pulls;

import dev.devsync.github.Integration;
import dev.devsync.github.TaskKeys;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubReply;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.github.pulls.PullRequestPollRepository.Due;
import dev.devsync.github.pulls.PullRequestPollRepository.Tag;
import dev.devsync.github.sync.WritePace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final WritePace pace;
  private final GithubSessions sessions;
  private final Integration integration;
  private final TaskKeys keys;
  private final Clock clock;

  PullRequestPolling(
      PullRequestPollRepository polls,
      PullRequestRepository pulls,
      IncomingPullRequests incoming,
      GithubApi github,
      WritePace pace,
      GithubSessions sessions,
      Integration integration,
      TaskKeys keys,
      Clock clock) {
    this.polls = polls;
    this.pulls = pulls;
    this.incoming = incoming;
    this.github = github;
    this.pace = pace;
    this.sessions = sessions;
    this.integration = integration;
    this.keys = keys;
    this.clock = clock;
  }

  void poll() {
    if (!integration.isEnabled()) {
      return;
    }
    Set<Integer> resting = new HashSet<>(pace.resting());
    polls.due().forEach(repository -> ask(repository, resting));
  }

  private void ask(Due repository, Set<Integer> resting) {
    for (int reader : repository.readers()) {
      if (!resting.contains(reader) && !isHiddenFrom(reader, repository, resting)) {
        return;
      }
    }
  }

  /** Asks with one token. Whether the repository is there only for others, if for anybody. */
  private boolean isHiddenFrom(int reader, Due repository, Set<Integer> resting) {
    Tag tag = null;
    try {
      tag = sessions.with(reader, token -> asked(repository, reader, token)).orElse(null);
      return tag == null;
    } catch (GithubTrouble trouble) {
      boolean isAboutTheReader = trouble.is(Kind.NOT_FOUND) || trouble.is(Kind.FORBIDDEN);
      if (!isAboutTheReader && !trouble.is(Kind.REFUSED)) {
        resting.add(reader);
      }
      if (trouble.is(Kind.RATE_LIMITED)) {
        pace.rest(reader, trouble);
      }
      return isAboutTheReader;
    } catch (RuntimeException failure) {
      log.warn("Pull requests of repository {} were not read", repository.repoId(), failure);
      return false;
    } finally {
      polls.polled(repository, reader, tag, clock.instant());
    }
  }

  /** The entity tag of the newest pull requests, all of which were heeded. */
  private Tag asked(Due repository, int reader, String token) {
    String etag = repository.etagFor(reader);
    GithubReply first =
        github.getIfChanged(token, LATEST.formatted(repository.repoName(), 1), etag);
    // Who sees the repository sees all of its pull requests: what is not to be found now is gone.
    polls.unseen(repository.repoId()).forEach(number -> one(repository, number, token));
    if (first == null) {
      return new Tag(etag);
    }
    GithubReply page = first;
    // What was there before DevSync asked for the first time is of interest for one page only.
    int pages = repository.isFirst() ? 1 : MOST_PAGES;
    for (int number = 1; isMoreNew(repository, page) && number < pages; number++) {
      if (number == 1) {
        polls.begin(repository.repoId());
      }
      page = github.get(token, LATEST.formatted(repository.repoName(), number + 1));
    }
    return new Tag(first.etag());
  }

  /** Heeds the page. What is known already ends the search, unless an earlier one broke off. */
  private boolean isMoreNew(Due repository, GithubReply page) {
    boolean isAllNew = heedNew(repository, page) == PER_PAGE;
    return isAllNew || repository.isIncomplete() && page.hasNext();
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
