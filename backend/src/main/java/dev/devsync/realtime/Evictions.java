package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes sockets out of rooms, and ends them, when an event says that they have lost the right.
 * Events are told by one thread only.
 */
@Component
class Evictions {

  private static final Logger log = LoggerFactory.getLogger(Evictions.class);

  private final LiveSessions sessions;
  private final RoomRights rights;
  private final Presence presence;
  private boolean areTasksInDoubt;

  Evictions(LiveSessions sessions, RoomRights rights, Presence presence) {
    this.sessions = sessions;
    this.rights = rights;
    this.presence = presence;
  }

  /**
   * What must happen before the event is sent: nobody may hear of a task they can no longer see.
   */
  void before(OutboxEvent event, List<LiveEvent> outgoing) {
    if (areTasksInDoubt && outgoing.stream().anyMatch(this::isForViewersOfATask)) {
      settle();
    }
    JsonNode payload = event.payload();
    boolean mayHide =
        event.type().startsWith("task.")
            && payload.has("before")
            && (moved(payload, "project_id") || moved(payload, "assigned_to"));
    if (mayHide) {
      Room room = Room.task(payload.path("task").path("id").intValue());
      recheck(sessions.in(room).stream().map(who -> new Membership(who, room)).toList());
    }
  }

  /** What happens after it was sent: a removed member hears of that, and then nothing more. */
  void after(OutboxEvent event) {
    JsonNode payload = event.payload();
    switch (event.type()) {
      case "task.deleted" -> empty(Room.task(payload.path("task").path("id").intValue()));
      case "project.deleted" -> {
        empty(Room.project(payload.path("project").path("id").intValue()));
        areTasksInDoubt = true;
      }
      case "project.updated" ->
          recheck(
              payload
                  .path("removed")
                  .valueStream()
                  .flatMap(who -> roomsOf(sessions.of(who.path("id").intValue())))
                  .toList());
      case "user.role_changed" ->
          changeRole(
              payload.path("user").path("id").intValue(),
              Role.named(payload.path("user").path("role").asString("")).orElse(Role.DEVELOPER));
      case "user.deleted" ->
          close(Set.copyOf(sessions.of(payload.path("user").path("id").intValue())));
      case "session.ended" -> endSessions(payload);
      default -> {}
    }
  }

  /**
   * Looks at all tasks once after however many projects were deleted: their tasks are gone as well,
   * or seen by fewer people; which they were is not known here. To be called before anything is
   * told of a task.
   */
  void settle() {
    if (areTasksInDoubt) {
      areTasksInDoubt = false;
      recheck(
          sessions.memberships().stream()
              .filter(each -> each.room().kind() == Room.Kind.TASK)
              .toList());
    }
  }

  private boolean isForViewersOfATask(LiveEvent event) {
    return event.rooms().stream()
        .anyMatch(room -> room.kind() == Room.Kind.TASK && !sessions.in(room).isEmpty());
  }

  private static boolean moved(JsonNode payload, String field) {
    return !Objects.equals(payload.path("task").path(field), payload.path("before").path(field));
  }

  private void empty(Room room) {
    List.copyOf(sessions.in(room)).forEach(session -> leave(session, room));
  }

  private static Stream<Membership> roomsOf(Collection<LiveSession> affected) {
    return affected.stream()
        .flatMap(
            session ->
                session.rooms().stream()
                    .filter(Room::isJoinable)
                    .map(room -> new Membership(session, room)));
  }

  /**
   * Takes sessions out of those rooms that they may no longer be in. If that cannot be found out,
   * they are closed: their clients come back and are asked again.
   */
  private void recheck(List<Membership> memberships) {
    try {
      rights.lost(memberships).forEach(lost -> leave(lost.session(), lost.room()));
    } catch (RuntimeException failure) {
      log.warn("Sockets are closed, their rights are unknown: {}", failure.getMessage());
      memberships.forEach(membership -> membership.session().socket().closeTransport());
    }
  }

  private void leave(LiveSession session, Room room) {
    sessions.leave(session, room);
    presence.left(session, room);
  }

  /** Gives the sockets of a user the rooms of their new role, and takes away those of the old. */
  void changeRole(int userId, Role role) {
    Set<LiveSession> affected = Set.copyOf(sessions.of(userId));
    for (LiveSession session : affected) {
      Set<Room> now = Room.automatic(userId, role);
      // First, so that one that is just being let in finds it, or is found in its rooms.
      session.role(role);
      Set.copyOf(session.rooms()).stream()
          .filter(room -> !room.isJoinable() && !now.contains(room))
          .forEach(room -> sessions.leave(session, room));
      if (session.hearsPersonal()) {
        sessions.join(session, now);
        session.release();
      }
    }
    recheck(roomsOf(affected).toList());
  }

  private void endSessions(JsonNode payload) {
    Set<UUID> ended = new HashSet<>();
    payload.path("sessions").forEach(id -> ended.add(UUID.fromString(id.asString())));
    Set<LiveSession> affected = new HashSet<>(sessions.of(payload.path("user_id").intValue()));
    affected.removeIf(session -> !ended.contains(session.claims().sessionId()));
    close(affected);
  }

  private static void close(Set<LiveSession> affected) {
    affected.forEach(session -> session.socket().closeTransport());
  }
}
