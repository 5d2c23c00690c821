package dev.devsync.github.sync;

import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubApi;
import dev.devsync.github.client.GithubReply;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.github.sync.PollRepository.Due;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Asks GitHub for linked issues, which repairs whatever webhooks lose. One question at a time for
 * each token.
 */
@Service
class IssuePolling {

  private static final Logger log = LoggerFactory.getLogger(IssuePolling.class);
  private static final int TOKENS_AT_ONCE = 4;

  private final PollRepository polls;
  private final IssueKnowledge knowledge;
  private final IncomingNews incoming;
  private final GithubApi github;
  private final GithubSessions sessions;
  private final Integration integration;
  private final Clock clock;

  IssuePolling(
      PollRepository polls,
      IssueKnowledge knowledge,
      IncomingNews incoming,
      GithubApi github,
      GithubSessions sessions,
      Integration integration,
      Clock clock) {
    this.polls = polls;
    this.knowledge = knowledge;
    this.incoming = incoming;
    this.github = github;
    this.sessions = sessions;
    this.integration = integration;
    this.clock = clock;
  }

  void poll() throws InterruptedException {
    if (!integration.isEnabled()) {
      return;
    }
    Collection<List<Due>> byReader =
        polls.due().stream().collect(Collectors.groupingBy(Due::reader)).values();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(TOKENS_AT_ONCE, Thread.ofVirtual().factory())) {
      workers.invokeAll(byReader.stream().map(this::asking).toList());
    }
  }

  private Callable<Void> asking(List<Due> issues) {
    return () -> {
      List<Due> done = new ArrayList<>();
      for (Due issue : issues) {
        if (!ask(issue)) {
          break;
        }
        done.add(issue);
      }
      polls.lookedAt(done, clock.instant());
      return null;
    };
  }

  /** False if there is no use in asking on with this token for now. */
  private boolean ask(Due issue) {
    try {
      sessions.with(issue.reader(), token -> heed(issue, token));
      return true;
    } catch (GithubTrouble trouble) {
      if (trouble.is(Kind.NOT_FOUND)) {
        incoming.heedIfStill(IssueNews.gone(issue.repoId(), issue.number()), issue.heeded());
      }
      return trouble.is(Kind.NOT_FOUND) || trouble.is(Kind.FORBIDDEN) || trouble.is(Kind.REFUSED);
    } catch (RuntimeException failure) {
      log.warn(
          "Issue {} of repository {} was not synchronised",
          issue.number(),
          issue.repoId(),
          failure);
      return true;
    }
  }

  private Boolean heed(Due issue, String token) {
    String path = "/repos/%s/issues/%d".formatted(issue.repoName(), issue.number());
    Optional<GithubReply> reply =
        Optional.ofNullable(github.getIfChanged(token, path, issue.etag()));
    reply.ifPresent(
        changed -> {
          IssueNews news = IssueNews.of(issue.repoId(), changed.body());
          if (news != null && incoming.heedIfStill(news, issue.heeded())) {
            knowledge.polled(issue.repoId(), issue.number(), changed.etag(), issue.reader());
          }
        });
    return true;
  }
}
