package dev.devsync.realtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How far this instance has come, and what it delivered lately. Clients that were away catch up
 * from here, so that thousands that come back at once cost the database nothing.
 */
@Component
class Timeline {

  static final int MOST_ROWS = 2_000;
  private static final long MOST_BYTES = 16_000_000;

  private record Row(Position at, List<LiveEvent> events, long bytes) {}

  private final Deque<Row> rows = new ArrayDeque<>();
  private final int mostRows;
  private long bytes;
  private Position start = Position.BEGINNING;
  private volatile Position position = start;

  Timeline() {
    this(MOST_ROWS);
  }

  Timeline(int mostRows) {
    this.mostRows = mostRows;
  }

  /** The row that was delivered last, or is being delivered now. */
  Position position() {
    return position;
  }

  /**
   * Begins here.
   *
   * @param known from where on everything before {@code now} will have been added
   */
  synchronized void startAt(Position known, Position now) {
    start = known;
    position = now;
  }

  /** Adds a row from before the beginning. One that nobody is told of takes nobody's place. */
  synchronized void addPast(Position at, List<LiveEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    Row row = new Row(at, events, events.stream().mapToLong(e -> e.encoded().size()).sum());
    rows.add(row);
    bytes += row.bytes();
    while (rows.size() > mostRows || bytes > MOST_BYTES) {
      Row oldest = rows.remove();
      bytes -= oldest.bytes();
      start = oldest.at();
    }
  }

  /**
   * Adds the next row. To be called before its events are sent: whoever joins a room meanwhile
   * either gets them sent or finds them here.
   */
  synchronized void add(Position at, List<LiveEvent> events) {
    addPast(at, events);
    position = at;
  }

  /** What clients know the end of the last row by; 0 if there was none. */
  synchronized long lastMark() {
    return (rows.isEmpty() ? start : rows.getLast().at()).mark();
  }

  /** Where the row with this number stands, if something was told of it lately. */
  synchronized Optional<Position> find(long seq) {
    return rows.stream().map(Row::at).filter(at -> at.seq() == seq).findFirst();
  }

  /** Whether everything after the place is still here. */
  synchronized boolean reachesBackTo(Position place) {
    return !start.isAfter(place);
  }

  /** The events after one place, up to and including another, in order. */
  synchronized List<LiveEvent> between(Position after, Position upTo) {
    return rows.stream()
        .filter(row -> row.at().isAfter(after) && !row.at().isAfter(upTo))
        .flatMap(row -> row.events().stream())
        .filter(event -> event.at().isAfter(after))
        .toList();
  }
}
