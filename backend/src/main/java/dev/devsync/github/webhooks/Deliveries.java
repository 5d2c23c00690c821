package dev.devsync.github.webhooks;

import dev.devsync.github.pulls.IncomingPullRequests;
import dev.devsync.github.pulls.PullRequestNews;
import dev.devsync.github.sync.FailedDeliveries;
import dev.devsync.github.sync.FailedDeliveries.FailedDelivery;
import dev.devsync.github.sync.IncomingNews;
import dev.devsync.github.sync.IssueNews;
import dev.devsync.github.webhooks.DeliveryRepository.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps deliveries before they are answered, and heeds them. One that fails is tried again for some
 * hours and then set aside; news carries the time it happened at, so others need not wait for it.
 */
@Service
class Deliveries {

  static final String ISSUES = "issues";
  static final String PULL_REQUEST = "pull_request";

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_ATTEMPTS = 10;

  private final DeliveryRepository rows;
  private final IncomingNews issues;
  private final IncomingPullRequests pulls;
  private final FailedDeliveries failures;
  private final JsonMapper json;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Deliveries(
      DeliveryRepository rows,
      IncomingNews issues,
      IncomingPullRequests pulls,
      FailedDeliveries failures,
      JsonMapper json,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.issues = issues;
    this.pulls = pulls;
    this.failures = failures;
    this.json = json;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What became of a delivery.
   *
   * @param concerned whether it was about anything that DevSync follows
   */
  record Heeded(boolean concerned, int tasksUpdated) {

    static final Heeded NOT_YET = new Heeded(true, 0);
  }

  /**
   * The number under which the delivery is kept; empty if it was seen before.
   *
   * @param news an {@link IssueNews} or {@link PullRequestNews}, as the event says; null for none
   */
  Optional<Long> keep(Delivery delivery, @Nullable Record news) {
    return rows.insert(delivery, news == null ? null : json.writeValueAsString(news));
  }

  /** Heeds the delivery if it still waits. If that fails it goes on waiting, for a time. */
  Heeded heed(long id) {
    try {
      return Objects.requireNonNull(transaction.execute(status -> heedLocked(id)));
    } catch (RuntimeException failure) {
      log.warn("Webhook delivery {} was not heeded", id, failure);
      transaction.executeWithoutResult(status -> failed(id, failure));
      return Heeded.NOT_YET;
    }
  }

  void heedDue() {
    rows.due().forEach(this::heed);
  }

  private Heeded heedLocked(long id) {
    // Before the delivery is locked: what is told of a task must be in the order of its changes.
    rows.find(id).ifPresent(this::takeTurns);
    Waiting waiting = rows.lock(id).orElse(null);
    if (waiting == null) {
      return Heeded.NOT_YET;
    }
    Heeded heeded = heeded(waiting);
    rows.end(id, heeded.concerned() ? "done" : "ignored");
    if (waiting.attempts() > 0) {
      failures.settle(id);
    }
    return heeded;
  }

  private void takeTurns(Waiting waiting) {
    if (waiting.event().equals(PULL_REQUEST)) {
      pulls.takeTurns(pullRequest(waiting));
    } else {
      issues.takeTurns(issue(waiting));
    }
  }

  private Heeded heeded(Waiting waiting) {
    if (waiting.event().equals(PULL_REQUEST)) {
      IncomingPullRequests.Heeded pull = pulls.heed(pullRequest(waiting));
      return new Heeded(!pull.isNothing(), pull.tasksUpdated());
    }
    return new Heeded(true, issues.heed(issue(waiting)));
  }

  private PullRequestNews pullRequest(Waiting waiting) {
    return json.readValue(waiting.news(), PullRequestNews.class);
  }

  private IssueNews issue(Waiting waiting) {
    return json.readValue(waiting.news(), IssueNews.class);
  }

  private void failed(long id, RuntimeException failure) {
    Waiting waiting = rows.lock(id).orElse(null);
    if (waiting == null) {
      return;
    }
    int attempts = waiting.attempts() + 1;
    Instant next =
        attempts >= MOST_ATTEMPTS
            ? null
            : clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (attempts - 1)));
    String reason = failure.getClass().getSimpleName();
    rows.failed(id, reason, next);
    if (waiting.repoId() != null) {
      int number = json.readTree(waiting.news()).path("number").asInt(0);
      boolean isPull = waiting.event().equals(PULL_REQUEST);
      failures.note(
          new FailedDelivery(
              id,
              waiting.repoId(),
              isPull ? null : number,
              isPull ? number : null,
              attempts,
              "the delivery could not be heeded: " + reason,
              next));
    }
  }
}
