package dev.devsync.realtime;

import java.util.Comparator;

/**
 * A place in the outbox. Transactions take sequence numbers early and may commit late, so the order
 * is that of the transaction first. Clients hear several events of one row, and may lose their
 * connection between them; so each of these has a place of its own.
 *
 * @param transaction id of the writing transaction
 * @param seq sequence number of the row
 * @param part number of the event within the row
 */
record Position(long transaction, long seq, int part) implements Comparable<Position> {

  static final Position BEGINNING = new Position(0, 0, 0);

  private static final int PARTS = 10_000;
  private static final int LAST = PARTS - 1;
  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::transaction)
          .thenComparingLong(Position::seq)
          .thenComparingInt(Position::part);

  /** The place after all events of a row. */
  Position(long transaction, long seq) {
    this(transaction, seq, LAST);
  }

  /** The place of one of the row's events. */
  Position ofPart(int number) {
    return new Position(transaction, seq, Math.min(number, LAST));
  }

  boolean isInRowOf(Position other) {
    return transaction == other.transaction && seq == other.seq;
  }

  /** What clients know the place by: one number, exact in JavaScript for 900 billion rows. */
  long mark() {
    return seq * PARTS + part;
  }

  /** The sequence number of the row that a client's mark points into. */
  static long rowOf(long mark) {
    return mark / PARTS;
  }

  /** The place in this row that the mark stands for. */
  Position at(long mark) {
    return ofPart((int) (mark % PARTS));
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  boolean isAfter(Position other) {
    return compareTo(other) > 0;
  }
}
