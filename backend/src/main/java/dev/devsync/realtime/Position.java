package dev.devsync.realtime;

import java.util.Comparator;

/**
 * A place in the outbox. Transactions take sequence numbers early and may commit late, so the order
 * is that of the transaction first.
 *
 * @param transaction id of the writing transaction
 * @param seq sequence number, which clients know
 */
record Position(long transaction, long seq) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::transaction).thenComparingLong(Position::seq);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  boolean isAfter(Position other) {
    return compareTo(other) > 0;
  }
}
