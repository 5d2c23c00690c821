package dev.devsync.realtime;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets sessions into rooms. One that was away is first given what it missed there, in order and
 * each event once, and then whatever is new.
 */
@Component
class CatchUp {

  private final OutboxRepository outbox;
  private final RoomRights rights;
  private final LiveSessions sessions;
  private final Timeline timeline;

  CatchUp(OutboxRepository outbox, RoomRights rights, LiveSessions sessions, Timeline timeline) {
    this.outbox = outbox;
    this.rights = rights;
    this.sessions = sessions;
    this.timeline = timeline;
  }

  /**
   * Says which event the session's client saw last. Rooms it is in, and those it joins within the
   * next minute, are caught up from there. A client that was away for too long is told to load
   * everything again with {@code resync_required}.
   *
   * @return whether it can be caught up
   */
  boolean resume(LiveSession session, long lastSeq) {
    Optional<Position> last = find(lastSeq).filter(timeline::reachesBackTo);
    if (last.isEmpty()) {
      demandResync(session, lastSeq);
      return false;
    }
    session.resumeFrom(last.get());
    enter(session, Set.copyOf(session.rooms()));
    return true;
  }

  private Optional<Position> find(long mark) {
    long seq = Position.rowOf(mark);
    return mark == 0
        ? Optional.of(Position.BEGINNING)
        : timeline.find(seq).or(() -> outbox.find(seq)).map(row -> row.at(mark));
  }

  /**
   * Joins those of the rooms that the session's user may be in.
   *
   * @return the rooms it is in now
   */
  Set<Room> enter(LiveSession session, Set<Room> wanted) {
    Set<Room> fresh = without(wanted, session.rooms());
    Set<Room> doubtful = fresh;
    Position now = sessions.join(session, wanted);
    try {
      // Only now: a right that is lost from here on takes the session out again.
      Set<Room> granted = granted(session, wanted);
      session.grant(granted);
      catchUp(session, granted, now, !Collections.disjoint(granted, fresh));
      doubtful = without(wanted, granted);
      return granted;
    } finally {
      for (Room room : doubtful) {
        sessions.leave(session, room);
      }
      session.release();
    }
  }

  private static Set<Room> without(Set<Room> rooms, Set<Room> others) {
    Set<Room> rest = new HashSet<>(rooms);
    rest.removeAll(others);
    return rest;
  }

  private Set<Room> granted(LiveSession session, Set<Room> wanted) {
    Set<Room> granted = new HashSet<>(Room.automatic(session.userId(), session.role()));
    granted.addAll(rights.allowed(session.userId(), session.role(), wanted));
    granted.retainAll(wanted);
    return granted;
  }

  private void catchUp(LiveSession session, Set<Room> rooms, Position now, boolean isNew) {
    Position from = session.resumesFrom();
    if (from == null && isNew) {
      // Too late to be caught up, but not to be told so.
      Position missed = session.takeMissed();
      if (missed != null) {
        demandResync(session, missed.mark());
      }
    } else if (from != null && !rooms.isEmpty()) {
      if (timeline.reachesBackTo(from)) {
        session.catchUp(rooms, from, now, timeline.between(from, now));
      } else {
        demandResync(session, from.mark());
      }
    }
  }

  private static void demandResync(LiveSession session, long lastSeq) {
    session.endResumption();
    session.socket().send("resync_required", Map.of("last_seq", lastSeq));
  }
}
