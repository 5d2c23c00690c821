package dev.devsync.github.sync;

import dev.devsync.github.Integration;
import dev.devsync.github.accounts.GithubSessions;
import dev.devsync.github.client.GithubTrouble;
import dev.devsync.github.client.GithubTrouble.Kind;
import dev.devsync.github.sync.GithubWriter.Written;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Carries out one waiting write. What is written is decided when it is written, from the task as it
 * is then; writes of one issue never overlap, so the last one always agrees with the task.
 */
@Service
class OutgoingWrites {

  private static final Logger log = LoggerFactory.getLogger(OutgoingWrites.class);
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(45);
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final WriteRequests requests;
  private final SyncJournal journal;
  private final IssueKnowledge issues;
  private final IncomingNews news;
  private final PollRepository readers;
  private final WritePace pace;
  private final GithubWriter writer;
  private final GithubSessions sessions;
  private final Integration integration;
  private final Clock clock;

  OutgoingWrites(
      WriteRequests requests,
      SyncJournal journal,
      IssueKnowledge issues,
      IncomingNews news,
      PollRepository readers,
      WritePace pace,
      GithubWriter writer,
      GithubSessions sessions,
      Integration integration,
      Clock clock) {
    this.requests = requests;
    this.journal = journal;
    this.issues = issues;
    this.news = news;
    this.readers = readers;
    this.pace = pace;
    this.writer = writer;
    this.sessions = sessions;
    this.integration = integration;
    this.clock = clock;
  }

  /**
   * Writes, or finds that there is nothing to write. Returns when to try again; empty when the
   * event has ended.
   */
  Optional<Instant> carryOut(long eventId) {
    WriteRequest request = requests.find(eventId).orElse(null);
    if (request == null) {
      journal.end(eventId, SyncOutcome.SKIPPED, "the task or the link is gone");
      return Optional.empty();
    }
    if (!integration.isEnabled()) {
      return ended(request, SyncOutcome.SKIPPED, "the integration is switched off");
    }
    if (!Soon.succeeds(
        () -> issues.take(request.repoId(), request.target(), clock.instant(), LONGEST_WRITE))) {
      return Optional.of(clock.instant().plus(SHORTLY));
    }
    try {
      // Read again: whoever held the issue before may have written what was asked for here.
      return requests.find(eventId).map(this::write).orElse(Optional.empty());
    } catch (RuntimeException failure) {
      log.warn("Write {} to GitHub did not succeed", eventId, failure);
      String reason = "the write failed: " + failure.getClass().getSimpleName();
      return triedAgain(request, reason);
    } finally {
      issues.release(request.repoId(), request.target());
    }
  }

  private Optional<Instant> write(WriteRequest request) {
    boolean isStateKnown =
        request.action() != SyncAction.ANNOUNCE_LINK
            && request.sent() == null
            && request.wantedState().equals(request.issueState());
    if (isStateKnown) {
      return needless(request);
    }
    GithubTrouble trouble = null;
    Set<Integer> blind = new HashSet<>();
    for (int writer : request.writers()) {
      if (!Soon.succeeds(() -> pace.take(writer, LONGEST_WRITE))) {
        return Optional.of(whenFree(writer));
      }
      try {
        Written written = writeAs(writer, request).orElse(null);
        if (written != null) {
          return ended(request, written);
        }
      } catch (GithubTrouble thisTime) {
        trouble = thisTime;
        if (!isAboutTheWriter(thisTime)) {
          return postponed(request, thisTime, writer);
        }
        if (thisTime.is(Kind.NOT_FOUND)) {
          blind.add(writer);
        }
      }
    }
    return trouble == null
        ? ended(request, SyncOutcome.SKIPPED, "nobody concerned has a GitHub account connected")
        : refused(request, trouble, blind);
  }

  /** A write in progress ends sooner than the time it may take; a limit of GitHub does not. */
  private Instant whenFree(int writer) {
    Instant next = pace.next(writer);
    Instant shortly = clock.instant().plus(SHORTLY);
    return next.isAfter(clock.instant().plus(LONGEST_WRITE)) ? next : shortly;
  }

  /** Empty if the user has no account. */
  private Optional<Written> writeAs(int userId, WriteRequest request) {
    try {
      return sessions.with(userId, token -> writer.write(request, token));
    } finally {
      pace.release(userId);
    }
  }

  /** Whether somebody else's token may do better. */
  private static boolean isAboutTheWriter(GithubTrouble trouble) {
    return switch (trouble.kind()) {
      case UNAUTHORIZED, FORBIDDEN, NOT_FOUND -> true;
      case RATE_LIMITED, REFUSED, UNAVAILABLE -> false;
    };
  }

  private Optional<Instant> postponed(WriteRequest request, GithubTrouble trouble, int writer) {
    String reason = "GitHub " + trouble.getMessage();
    if (trouble.is(Kind.REFUSED)) {
      return ended(request, SyncOutcome.FAILED, reason);
    }
    if (trouble.is(Kind.RATE_LIMITED)) {
      Duration rest = Objects.requireNonNullElse(trouble.retryAfter(), WritePace.WITHOUT_ADVICE);
      pace.rest(writer, trouble);
      return later(request, request.attempts(), reason, rest);
    }
    return triedAgain(request, reason);
  }

  private Optional<Instant> triedAgain(WriteRequest request, String reason) {
    int attempts = request.attempts() + 1;
    Duration pause = Patience.after(attempts).orElse(null);
    return pause == null
        ? ended(request, SyncOutcome.FAILED, reason)
        : later(request, attempts, reason, pause);
  }

  private Optional<Instant> later(
      WriteRequest request, int attempts, String reason, Duration pause) {
    Instant next = clock.instant().plus(pause);
    journal.postpone(request.eventId(), attempts, reason, next);
    return Optional.of(next);
  }

  /** The issue is gone only if nobody is left who may still see it. */
  private Optional<Instant> refused(
      WriteRequest request, GithubTrouble trouble, Set<Integer> blind) {
    if (request.action() != SyncAction.ANNOUNCE_LINK
        && trouble.is(Kind.NOT_FOUND)
        && blind.containsAll(readers.readersOf(request.repoId(), request.target()))) {
      news.heed(IssueNews.gone(request.repoId(), request.target()));
      return ended(request, SyncOutcome.SKIPPED, "the issue is gone from GitHub");
    }
    return ended(request, SyncOutcome.FAILED, "GitHub " + trouble.getMessage());
  }

  private Optional<Instant> ended(WriteRequest request, Written written) {
    return switch (written) {
      case DONE -> ended(request, SyncOutcome.DONE, null);
      case NEEDLESS -> needless(request);
      case OVERTAKEN -> Optional.empty();
    };
  }

  private Optional<Instant> needless(WriteRequest request) {
    return ended(
        request, SyncOutcome.SKIPPED, "the issue is " + request.wantedState() + " already");
  }

  private Optional<Instant> ended(
      WriteRequest request, SyncOutcome outcome, @Nullable String reason) {
    journal.end(request.eventId(), outcome, reason);
    return Optional.empty();
  }
}
