package dev.devsync.realtime;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a session that came back is still to be given: clients join their rooms again one by one,
 * each is caught up when it is joined. Guarded by the session.
 */
final class Resumption {

  /** Rooms joined later are new ones. */
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(60);

  private record Span(Position after, Position upTo) {}

  private final Map<Room, Span> left = new HashMap<>();
  private @Nullable Position place;
  private long end;

  void begin(Position from) {
    place = from;
    end = System.nanoTime() + WINDOW_NANOS;
  }

  @Nullable Position place() {
    if (place != null && System.nanoTime() - end > 0) {
      place = null;
      left.clear();
    }
    return place;
  }

  /** Remembers what was sent through a room that the session is no longer in. */
  void left(Room room, Position after, Position upTo) {
    if (place() != null) {
      left.put(room, new Span(after, upTo));
    }
  }

  /** Whether the event was sent through such a room. */
  boolean covers(LiveEvent event) {
    return event.rooms().stream()
        .map(left::get)
        .anyMatch(
            span ->
                span != null
                    && event.at().isAfter(span.after())
                    && !event.at().isAfter(span.upTo()));
  }
}
