package dev.devsync.realtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session that came back is still to be given: clients join their rooms again one by one,
 * each is caught up when it is joined. Guarded by the session.
 */
final class Resumption {

  /** Joining later than this is no longer part of coming back. */
  private static final Duration WINDOW = Duration.ofSeconds(60);

  private record Span(Position after, Position upTo) {

    boolean holds(Position at) {
      return at.isAfter(after) && !at.isAfter(upTo);
    }

    boolean isWithin(Span other) {
      return !other.after.isAfter(after) && !upTo.isAfter(other.upTo);
    }
  }

  private final Map<Room, List<Span>> left = new HashMap<>();
  private final Set<Position> dropped = new HashSet<>();
  private final Clock clock;
  private Instant end = Instant.MIN;
  private @Nullable Position place;
  private @Nullable Position missed;

  Resumption(Clock clock) {
    this.clock = clock;
  }

  void begin(Position from) {
    place = from;
    missed = null;
    end = clock.instant().plus(WINDOW);
  }

  @Nullable Position place() {
    if (place != null && clock.instant().isAfter(end)) {
      Position from = place;
      finish();
      missed = from;
    }
    return place;
  }

  /** What a room that is joined too late is not given starts here; null if nothing, said once. */
  @Nullable Position takeMissed() {
    Position from = missed;
    missed = null;
    return from;
  }

  /** From now on rooms that are joined are new ones. */
  void finish() {
    place = null;
    missed = null;
    left.clear();
    dropped.clear();
  }

  /** Remembers what was sent through a room that the session is no longer in. */
  void left(Room room, Position after, Position upTo) {
    if (place() != null && upTo.isAfter(after)) {
      Span span = new Span(after, upTo);
      List<Span> spans = left.computeIfAbsent(room, key -> new ArrayList<>(1));
      spans.removeIf(older -> older.isWithin(span));
      spans.add(span);
    }
  }

  /** Remembers what was not sent after all, as the session left the room while it waited. */
  void dropped(LiveEvent event) {
    if (place() != null) {
      dropped.add(event.at());
    }
  }

  /** It was sent now. */
  void sent(LiveEvent event) {
    dropped.remove(event.at());
  }

  /** Whether the event was sent through a room that the session is no longer in. */
  boolean covers(LiveEvent event) {
    return !dropped.contains(event.at())
        && event.rooms().stream()
            .flatMap(room -> left.getOrDefault(room, List.of()).stream())
            .anyMatch(span -> span.holds(event.at()));
  }
}
