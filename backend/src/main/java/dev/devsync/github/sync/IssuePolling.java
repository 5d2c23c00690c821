package dev.devsync.github.sync;

import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubReply;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.github.sync.IssueReading.Asked;
import dev.devsync.github.sync.PollRepository.Due;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Asks GitHub for linked issues, which repairs whatever webhooks lose. One question at a time for
 * each token. An issue that one person does not see is asked for with the tokens of the others.
 */
@Service
class IssuePolling {

  private static final Logger log = LoggerFactory.getLogger(IssuePolling.class);
  private static final int TOKENS_AT_ONCE = 4;
  private static final int MOST_FAILURES = 3;

  private final PollRepository polls;
  private final IssueKnowledge knowledge;
  private final IncomingNews incoming;
  private final IssueReading issues;
  private final WritePace pace;
  private final GithubSessions sessions;
  private final Integration integration;
  private final Clock clock;

  IssuePolling(
      PollRepository polls,
      IssueKnowledge knowledge,
      IncomingNews incoming,
      IssueReading issues,
      WritePace pace,
      GithubSessions sessions,
      Integration integration,
      Clock clock) {
    this.polls = polls;
    this.knowledge = knowledge;
    this.incoming = incoming;
    this.issues = issues;
    this.pace = pace;
    this.sessions = sessions;
    this.integration = integration;
    this.clock = clock;
  }

  /** What came of asking with one token. */
  private enum Answer {
    HEEDED,
    /** There is no such issue, or not for this person. */
    HIDDEN,
    /** It is there, but not for this person, or makes no sense to GitHub. */
    REFUSED,
    /** This time it did not work out. */
    FAILED,
    /** There is no use in asking on with this token for now. */
    RESTING
  }

  void poll() throws InterruptedException {
    if (!integration.isEnabled()) {
      return;
    }
    Set<Integer> resting = ConcurrentHashMap.newKeySet();
    resting.addAll(pace.resting());
    Map<Integer, List<Due>> byReader =
        polls.due().stream()
            .filter(issue -> !resting.contains(issue.readers().getFirst()))
            .collect(Collectors.groupingBy(issue -> issue.readers().getFirst()));
    Map<Due, Answer> unseen = new ConcurrentHashMap<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(TOKENS_AT_ONCE, Thread.ofVirtual().factory())) {
      workers.invokeAll(
          byReader.values().stream().map(issues -> asking(issues, unseen, resting)).toList());
    }
    unseen.forEach((issue, answer) -> askOthers(issue, answer, resting));
  }

  private Callable<Void> asking(
      List<Due> sameReader, Map<Due, Answer> unseen, Set<Integer> resting) {
    return () -> {
      List<Due> done = new ArrayList<>();
      int failures = 0;
      for (Due issue : sameReader) {
        int reader = issue.readers().getFirst();
        Answer answer = ask(issue, reader);
        failures = answer == Answer.FAILED ? failures + 1 : 0;
        if (answer == Answer.HIDDEN || answer == Answer.REFUSED) {
          unseen.put(issue, answer);
        }
        if (answer != Answer.RESTING) {
          done.add(issue);
        }
        if (answer == Answer.RESTING || failures == MOST_FAILURES) {
          resting.add(reader);
          break;
        }
      }
      polls.lookedAt(done, clock.instant());
      return null;
    };
  }

  /** An issue that is hidden from everybody who can be asked is gone. */
  private void askOthers(Due issue, Answer first, Set<Integer> resting) {
    boolean hidden = first == Answer.HIDDEN;
    for (int reader : issue.readers().subList(1, issue.readers().size())) {
      Answer answer = resting.contains(reader) ? Answer.RESTING : ask(issue, reader);
      if (answer == Answer.HEEDED) {
        return;
      }
      if (answer == Answer.RESTING) {
        resting.add(reader);
      }
      hidden &= answer == Answer.HIDDEN;
    }
    if (hidden) {
      incoming.heedIfStill(IssueNews.gone(issue.repoId(), issue.number()), issue.heeded());
    }
  }

  private Answer ask(Due issue, int reader) {
    try {
      return sessions.with(reader, token -> heed(issue, reader, token)).orElse(Answer.REFUSED);
    } catch (GithubTrouble trouble) {
      if (trouble.is(Kind.RATE_LIMITED)) {
        pace.rest(reader, trouble);
      }
      return switch (trouble.kind()) {
        case NOT_FOUND -> Answer.HIDDEN;
        case FORBIDDEN, REFUSED -> Answer.REFUSED;
        case UNAVAILABLE -> Answer.FAILED;
        case UNAUTHORIZED, RATE_LIMITED -> Answer.RESTING;
      };
    } catch (RuntimeException failure) {
      log.warn(
          "Issue {} of repository {} was not synchronised",
          issue.number(),
          issue.repoId(),
          failure);
      return Answer.REFUSED;
    }
  }

  private Answer heed(Due issue, int reader, String token) {
    GithubReply reply =
        issues.readIfChanged(
            token,
            new Asked(issue.repoId(), issue.repoName(), issue.number()),
            issue.etagFor(reader));
    if (reply == null) {
      return Answer.HEEDED;
    }
    IssueNews news = IssueNews.of(issue.repoId(), reply.body());
    if (news != null && incoming.heedIfStill(news, issue.heeded())) {
      knowledge.polled(issue.repoId(), issue.number(), reply.etag(), reader);
    }
    return Answer.HEEDED;
  }
}
