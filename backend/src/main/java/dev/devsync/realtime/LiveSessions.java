package dev.devsync.realtime;

import dev.devsync.realtime.engine.SocketSession;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The sockets of this instance and the rooms they are in. */
@Component
class LiveSessions {

  private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
  private final Map<Integer, Set<LiveSession>> byUser = new ConcurrentHashMap<>();
  private final Map<Room, Set<LiveSession>> rooms = new ConcurrentHashMap<>();
  private final Timeline timeline;
  private final Clock clock;

  LiveSessions(Timeline timeline, Clock clock) {
    this.timeline = timeline;
    this.clock = clock;
  }

  /** Adds the socket of a person, which is in no room yet. */
  LiveSession add(SocketSession socket) {
    return add(socket, true);
  }

  LiveSession addProgram(SocketSession socket) {
    return add(socket, false);
  }

  private LiveSession add(SocketSession socket, boolean isPerson) {
    Visitor visitor = socket.principal(Visitor.class);
    LiveSession session = new LiveSession(socket, visitor, timeline.lastMark(), isPerson, clock);
    sessions.put(session.id(), session);
    enlist(byUser, session.userId(), session);
    return session;
  }

  LiveSession get(String id) {
    LiveSession session = sessions.get(id);
    if (session == null) {
      throw new IllegalStateException("no such session");
    }
    return session;
  }

  /** Forgets the session and returns the rooms it was in. */
  Set<Room> remove(String id) {
    LiveSession session = sessions.remove(id);
    if (session == null) {
      return Set.of();
    }
    strike(byUser, session.userId(), session);
    Set<Room> left = session.end();
    left.forEach(room -> leave(session, room));
    return left;
  }

  /**
   * Puts the session into rooms. New events wait until it is released, so that what it missed can
   * be sent first.
   *
   * @return the place after which it is sent everything
   */
  Position join(LiveSession session, Set<Room> joined) {
    return session.enter(
        joined, () -> joined.forEach(room -> enlist(rooms, room, session)), timeline::position);
  }

  void leave(LiveSession session, Room room) {
    strike(rooms, room, session);
    session.leave(room);
  }

  /** The session of this id if somebody looks at the room through it. */
  Optional<LiveSession> present(Room room, String id) {
    return Optional.ofNullable(sessions.get(id)).filter(session -> session.isPresentIn(room));
  }

  /** The sockets of a user. */
  Set<LiveSession> of(int userId) {
    return byUser.getOrDefault(userId, Set.of());
  }

  Set<LiveSession> in(Room room) {
    return rooms.getOrDefault(room, Set.of());
  }

  /** The members of all the rooms, each once. */
  Collection<LiveSession> in(Set<Room> wanted) {
    if (wanted.size() == 1) {
      return in(wanted.iterator().next());
    }
    Set<LiveSession> members = new LinkedHashSet<>();
    wanted.forEach(room -> members.addAll(in(room)));
    return members;
  }

  /** Who is in which project or task. */
  List<Membership> memberships() {
    return rooms.entrySet().stream()
        .filter(entry -> entry.getKey().isJoinable())
        .flatMap(entry -> entry.getValue().stream().map(who -> new Membership(who, entry.getKey())))
        .toList();
  }

  Collection<LiveSession> all() {
    return sessions.values();
  }

  private static <K> void enlist(Map<K, Set<LiveSession>> lists, K key, LiveSession session) {
    lists.compute(
        key,
        (same, members) -> {
          Set<LiveSession> joined = members == null ? ConcurrentHashMap.newKeySet() : members;
          joined.add(session);
          return joined;
        });
  }

  private static <K> void strike(Map<K, Set<LiveSession>> lists, K key, LiveSession session) {
    lists.computeIfPresent(
        key,
        (same, members) -> {
          members.remove(session);
          return members.isEmpty() ? null : members;
        });
  }
}
