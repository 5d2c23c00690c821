package dev.devsync.realtime;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Joining and leaving the rooms of projects and tasks, and asking who is there. */
@Component
class RoomEvents {

  private static final String NO_MEMBER = "You are not a member of this project";
  private static final String NO_TASK_ACCESS = "You do not have access to this task";

  private final LiveSessions sessions;
  private final CatchUp catchUp;
  private final RoomRights rights;
  private final RealtimeRepository repository;
  private final Presence presence;

  RoomEvents(
      LiveSessions sessions,
      CatchUp catchUp,
      RoomRights rights,
      RealtimeRepository repository,
      Presence presence) {
    this.sessions = sessions;
    this.catchUp = catchUp;
    this.rights = rights;
    this.repository = repository;
    this.presence = presence;
  }

  /** Puts a new session into its rooms and gives it what it missed there. */
  void begin(LiveSession session, Visitor visitor) {
    Set<Room> wanted = new HashSet<>(session.personalRooms());
    wanted.addAll(visitor.rooms());
    Long lastSeq = visitor.lastSeq();
    if (lastSeq != null) {
      catchUp.resume(session, lastSeq);
    }
    catchUp.enter(session, wanted).stream()
        .filter(Room::isJoinable)
        .forEach(room -> presence.recheck(room, session.id()));
  }

  CompletableFuture<Map<String, ?>> joinProject(LiveSession session, JsonNode payload) {
    Room room = Room.project(Payloads.requiredId(payload, "project_id", "Project ID required"));
    Map<String, @Nullable Object> answer =
        new LinkedHashMap<>(ClientEvents.success("Joined project room"));
    answer.put("project_id", room.id());
    return joined(session, room, NO_MEMBER, answer);
  }

  CompletableFuture<Map<String, ?>> joinTask(LiveSession session, JsonNode payload) {
    Room room = Room.task(Payloads.requiredId(payload, "task_id", "Task ID required"));
    Map<String, @Nullable Object> answer =
        new LinkedHashMap<>(ClientEvents.success("Joined task room"));
    answer.put("task_id", room.id());
    answer.put("project_id", repository.projectOf(room));
    return joined(session, room, NO_TASK_ACCESS, answer);
  }

  /** Lets others take their turn until it is known who is there. */
  private CompletableFuture<Map<String, ?>> joined(
      LiveSession session, Room room, String refusal, Map<String, @Nullable Object> answer) {
    join(session, room, refusal);
    answer.put("seq", session.firstSeq());
    return presence
        .joined(session, room)
        .thenApply(
            viewers -> {
              answer.put("presence", viewers);
              return answer;
            });
  }

  Map<String, ?> leaveProject(LiveSession session, JsonNode payload) {
    leave(session, Room.project(Payloads.requiredId(payload, "project_id", "Project ID required")));
    return ClientEvents.success("Left project room");
  }

  Map<String, ?> leaveTask(LiveSession session, JsonNode payload) {
    leave(session, Room.task(Payloads.requiredId(payload, "task_id", "Task ID required")));
    return ClientEvents.success("Left task room");
  }

  CompletableFuture<Map<String, ?>> presence(LiveSession session, JsonNode payload) {
    Integer task = Payloads.id(payload, "task_id");
    Room room =
        task != null
            ? Room.task(task)
            : Room.project(
                Payloads.requiredId(payload, "project_id", "Project ID or Task ID required"));
    require(session, room, task != null ? NO_TASK_ACCESS : NO_MEMBER);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("status", "success");
    answer.put("scope", task != null ? "task" : "project");
    answer.put("project_id", repository.projectOf(room));
    answer.put("task_id", task);
    return presence
        .viewers(room)
        .thenApply(
            viewers -> {
              answer.put("users", viewers);
              return answer;
            });
  }

  private void join(LiveSession session, Room room, String refusal) {
    boolean wasThere = session.rooms().contains(room);
    if (catchUp.enter(session, Set.of(room)).isEmpty()) {
      if (wasThere) {
        presence.left(session, room);
      }
      throw new Refusal(refusal);
    }
  }

  private void leave(LiveSession session, Room room) {
    if (session.rooms().contains(room)) {
      sessions.leave(session, room);
      presence.left(session, room);
    }
  }

  private void require(LiveSession session, Room room, String refusal) {
    if (!rights.mayEnter(session.userId(), session.role(), room)) {
      throw new Refusal(refusal);
    }
  }
}
