package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.realtime.engine.SocketSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connected socket of a user, with the rooms it is in. For each room it knows after which place
 * of the outbox it was sent everything; from that follows for any event whether it was sent.
 */
final class LiveSession {

  private static final int MOST_HELD = 5_000;

  /**
   * How far events of a room were sent.
   *
   * @param after the place after which they were
   * @param caughtUp the place up to which they were by catching up, whatever is delivered later
   * @param isGranted whether the session is known to have the right to be there
   */
  private record Stay(Position after, Position caughtUp, boolean isGranted) {}

  private final SocketSession socket;
  private final Visitor visitor;
  private final long firstSeq;
  private final boolean isPerson;
  private final Map<Room, Stay> rooms = new ConcurrentHashMap<>();
  private final Resumption resumption;
  private volatile Role role;
  private volatile boolean hearsPersonal;
  private boolean isOver;
  private final List<LiveEvent> held = new ArrayList<>(0);
  private final Set<Position> sentAhead = new HashSet<>(0);
  private int holds;
  private Position handled = Position.BEGINNING;

  /**
   * @param firstSeq the place from which a client that has heard nothing may resume
   * @param isPerson whether somebody looks at what it shows; programs are not present anywhere
   */
  LiveSession(SocketSession socket, Visitor visitor, long firstSeq, boolean isPerson, Clock clock) {
    this.resumption = new Resumption(clock);
    this.firstSeq = firstSeq;
    this.isPerson = isPerson;
    this.socket = socket;
    this.visitor = visitor;
    this.role = visitor.role();
  }

  String id() {
    return socket.id();
  }

  int userId() {
    return visitor.userId();
  }

  TokenClaims claims() {
    return visitor.claims();
  }

  long firstSeq() {
    return firstSeq;
  }

  Role role() {
    return role;
  }

  void role(Role now) {
    role = now;
  }

  /** The rooms it is in without asking; from now on those of any new role as well. */
  Set<Room> personalRooms() {
    hearsPersonal = true;
    return Room.automatic(userId(), role);
  }

  void leavePersonalRooms() {
    hearsPersonal = false;
  }

  boolean hearsPersonal() {
    return hearsPersonal;
  }

  Set<Room> rooms() {
    return rooms.keySet();
  }

  SocketSession socket() {
    return socket;
  }

  /** Sends a new event if it comes after the session's joining, once it has caught up. */
  synchronized void deliver(LiveEvent event) {
    handled = event.at();
    boolean wasSent = sentAhead.contains(event.at());
    sentAhead.removeIf(at -> !at.isAfter(event.at()));
    if (wasSent || !hears(event)) {
      return;
    }
    if (holds == 0) {
      socket.send(event.encoded());
    } else if (held.size() < MOST_HELD) {
      held.add(event);
    } else {
      socket.closeTransport();
    }
  }

  private boolean hears(LiveEvent event) {
    for (Room room : event.rooms()) {
      Stay stay = rooms.get(room);
      if (stay != null && event.at().isAfter(stay.after())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Becomes a member of rooms that it is not in; from then on new events wait until {@link
   * #release} has been called as often as this. Once it is over it stays outside.
   *
   * @param position asked for once {@code enlist} has run
   * @return the place after which events of the rooms are new
   */
  synchronized Position enter(Set<Room> joined, Runnable enlist, Supplier<Position> position) {
    holds++;
    if (isOver) {
      return position.get();
    }
    enlist.run();
    Position now = position.get();
    joined.forEach(room -> rooms.putIfAbsent(room, new Stay(now, now, false)));
    return now;
  }

  /** The rights to be in these rooms have been found good. */
  synchronized void grant(Set<Room> granted) {
    granted.forEach(
        room ->
            rooms.computeIfPresent(
                room, (key, stay) -> new Stay(stay.after(), stay.caughtUp(), true)));
  }

  /** Whether somebody looks at the room through it, and not only asks to. */
  boolean isPresentIn(Room room) {
    Stay stay = rooms.get(room);
    return isPerson && stay != null && stay.isGranted();
  }

  /** It is in no room from now on; returns those that it was in. */
  synchronized Set<Room> end() {
    isOver = true;
    return Set.copyOf(rooms.keySet());
  }

  synchronized void leave(Room room) {
    Stay stay = rooms.remove(room);
    if (stay != null) {
      Position upTo = handled.isAfter(stay.caughtUp()) ? handled : stay.caughtUp();
      resumption.left(room, stay.after(), upTo);
    }
  }

  /** From now on rooms are caught up from this place, for a while. */
  synchronized void resumeFrom(Position place) {
    resumption.begin(place);
  }

  /** Where rooms that are joined now are caught up from; null if they are not. */
  synchronized @Nullable Position resumesFrom() {
    return resumption.place();
  }

  /** Where what it misses by joining too late starts; null if it misses nothing, said once. */
  synchronized @Nullable Position takeMissed() {
    return resumption.takeMissed();
  }

  /** It loads everything again, so that rooms joined from now on need not be caught up. */
  synchronized void endResumption() {
    resumption.finish();
  }

  /**
   * Sends those of the past events that are addressed to the rooms and were not sent before.
   *
   * @param past what lies between {@code from} and {@code upTo}
   */
  synchronized void catchUp(Set<Room> joined, Position from, Position upTo, List<LiveEvent> past) {
    Predicate<LiveEvent> isForThem = event -> event.rooms().stream().anyMatch(joined::contains);
    past.stream()
        .filter(isForThem)
        .filter(event -> !hears(event) && !resumption.covers(event))
        .forEach(event -> sendAgain(event, upTo));
    joined.forEach(room -> rooms.computeIfPresent(room, (key, stay) -> new Stay(from, upTo, true)));
  }

  private void sendAgain(LiveEvent event, Position upTo) {
    socket.send(event.encoded());
    resumption.sent(event);
    if (event.at().isInRowOf(upTo)) {
      // Whoever was in the room before is just being sent it, and so is this one.
      sentAhead.add(event.at());
    }
  }

  /** Sends what has waited and is still wanted, and whatever comes from now on directly. */
  synchronized void release() {
    holds--;
    if (holds == 0) {
      for (LiveEvent event : held) {
        if (hears(event)) {
          socket.send(event.encoded());
        } else {
          resumption.dropped(event);
        }
      }
      held.clear();
    }
  }
}
