package dev.devsync.realtime;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The sockets of this instance and the rooms they are in. */
@Component
class LiveSessions {

  private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
  private final Map<Room, Set<LiveSession>> rooms = new ConcurrentHashMap<>();

  void add(LiveSession session) {
    sessions.put(session.id(), session);
    Room.automatic(session.userId(), session.role()).forEach(room -> join(session, room));
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
    Set<Room> left = new HashSet<>(session.rooms());
    left.forEach(room -> leave(session, room));
    return left;
  }

  void join(LiveSession session, Room room) {
    rooms.compute(
        room,
        (key, members) -> {
          Set<LiveSession> joined = members == null ? ConcurrentHashMap.newKeySet() : members;
          joined.add(session);
          session.rooms().add(room);
          return joined;
        });
  }

  void leave(LiveSession session, Room room) {
    rooms.computeIfPresent(
        room,
        (key, members) -> {
          members.remove(session);
          session.rooms().remove(room);
          return members.isEmpty() ? null : members;
        });
  }

  Set<LiveSession> in(Room room) {
    return rooms.getOrDefault(room, Set.of());
  }

  /** The members of all the rooms, each once. */
  Set<LiveSession> in(Collection<Room> wanted) {
    Set<LiveSession> members = new LinkedHashSet<>();
    wanted.forEach(room -> members.addAll(in(room)));
    return members;
  }

  Collection<LiveSession> all() {
    return sessions.values();
  }

  /** Whether anybody at all is here. */
  boolean isEmpty() {
    return sessions.isEmpty();
  }
}
