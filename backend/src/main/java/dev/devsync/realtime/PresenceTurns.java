package dev.devsync.realtime;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that record or read who is there, a few at a time: however many rooms people come to
 * at once, requests are left their share of the database's connections.
 */
@Component
class PresenceTurns {

  static final int AT_ONCE = 2;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final TransactionTemplate transaction;

  PresenceTurns(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  /** Carries it out in a transaction once it is its turn. */
  <T> T take(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return Objects.requireNonNull(transaction.execute(status -> work.get()));
    } finally {
      turns.release();
    }
  }
}
