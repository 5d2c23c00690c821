package dev.devsync.github.webhooks;

import dev.devsync.github.sync.IncomingNews;
import dev.devsync.github.sync.IssueNews;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
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

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_ATTEMPTS = 10;

  private final DeliveryRepository rows;
  private final IncomingNews incoming;
  private final JsonMapper json;
  private final TransactionTemplate transaction;

  Deliveries(
      DeliveryRepository rows,
      IncomingNews incoming,
      JsonMapper json,
      TransactionTemplate transaction) {
    this.rows = rows;
    this.incoming = incoming;
    this.json = json;
    this.transaction = transaction;
  }

  /** The number under which the delivery is kept; empty if it was seen before. */
  Optional<Long> keep(Delivery delivery, @Nullable IssueNews news) {
    return rows.insert(delivery, news == null ? null : json.writeValueAsString(news));
  }

  /**
   * How many tasks changed; none if the delivery does not wait, or if heeding it failed this time.
   */
  int heed(long id) {
    try {
      OptionalInt changed = transaction.execute(status -> heedLocked(id));
      return Objects.requireNonNull(changed).orElse(0);
    } catch (RuntimeException failure) {
      log.warn("Webhook delivery {} was not heeded", id, failure);
      rows.failed(id, failure.getClass().getSimpleName(), FIRST_PAUSE, MOST_ATTEMPTS);
      return 0;
    }
  }

  void heedDue() {
    rows.due().forEach(this::heed);
  }

  private OptionalInt heedLocked(long id) {
    DeliveryRepository.Waiting waiting = rows.lock(id).orElse(null);
    if (waiting == null) {
      return OptionalInt.empty();
    }
    int changed = incoming.heed(json.readValue(waiting.news(), IssueNews.class));
    rows.end(id, "done");
    return OptionalInt.of(changed);
  }
}
