package dev.devsync.realtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Joining and leaving the rooms of projects and tasks, and asking who is there. */
@Component
class RoomEvents {

  private static final String NO_MEMBER = "You are not a member of this project";
  private static final String NO_TASK_ACCESS = "You do not have access to this task";

  private final LiveSessions sessions;
  private final RoomRights rights;
  private final RealtimeRepository repository;
  private final Presence presence;

  RoomEvents(
      LiveSessions sessions, RoomRights rights, RealtimeRepository repository, Presence presence) {
    this.sessions = sessions;
    this.rights = rights;
    this.repository = repository;
    this.presence = presence;
  }

  Map<String, ?> joinProject(LiveSession session, JsonNode payload) {
    Room room = Room.project(Payloads.requiredId(payload, "project_id", "Project ID required"));
    join(session, room, NO_MEMBER);
    Map<String, @Nullable Object> answer =
        new LinkedHashMap<>(ClientEvents.success("Joined project room"));
    answer.put("project_id", room.id());
    answer.put("presence", presence.viewers(room));
    return answer;
  }

  Map<String, ?> joinTask(LiveSession session, JsonNode payload) {
    Room room = Room.task(Payloads.requiredId(payload, "task_id", "Task ID required"));
    join(session, room, NO_TASK_ACCESS);
    Map<String, @Nullable Object> answer =
        new LinkedHashMap<>(ClientEvents.success("Joined task room"));
    answer.put("task_id", room.id());
    answer.put("project_id", projectOf(room));
    answer.put("presence", presence.viewers(room));
    return answer;
  }

  Map<String, ?> leaveProject(LiveSession session, JsonNode payload) {
    leave(session, Room.project(Payloads.requiredId(payload, "project_id", "Project ID required")));
    return ClientEvents.success("Left project room");
  }

  Map<String, ?> leaveTask(LiveSession session, JsonNode payload) {
    leave(session, Room.task(Payloads.requiredId(payload, "task_id", "Task ID required")));
    return ClientEvents.success("Left task room");
  }

  Map<String, ?> presence(LiveSession session, JsonNode payload) {
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
    answer.put("project_id", projectOf(room));
    answer.put("task_id", task);
    answer.put("users", presence.viewers(room));
    return answer;
  }

  private void join(LiveSession session, Room room, String refusal) {
    require(session, room, refusal);
    sessions.join(session, room);
    presence.joined(session, room, projectOf(room));
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

  private @Nullable Integer projectOf(Room room) {
    if (room.kind() == Room.Kind.PROJECT) {
      return room.id();
    }
    List<Integer> project = repository.projectOfTask(room.id());
    return project.isEmpty() || project.getFirst() == 0 ? null : project.getFirst();
  }
}
