package dev.devsync.realtime;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** That there is something new in the log of synchronisation, for those who may read it. */
@Component
class GithubEvents {

  private final JsonMapper json;

  GithubEvents(JsonMapper json) {
    this.json = json;
  }

  List<OutgoingEvent> syncChanged(OutboxEvent event, Map<Integer, Set<Integer>> people) {
    JsonNode task = event.payload().path("task");
    ObjectNode payload = json.createObjectNode();
    payload.set("sync_event_id", event.payload().path("sync_event_id"));
    payload.set("repo_id", event.payload().path("repo_id"));
    payload.put("task_id", TaskEvents.number(task.path("id")));
    payload.set("action", event.payload().path("action"));
    payload.set("outcome", event.payload().path("outcome"));
    payload.put("timestamp", event.at().toString());
    return List.of(new OutgoingEvent("github_sync_changed", payload, audience(task, people)));
  }

  /** Managers, and whoever may see the task. */
  private static Set<Room> audience(JsonNode task, Map<Integer, Set<Integer>> people) {
    Set<Room> rooms = new HashSet<>(Set.of(Room.MANAGERS));
    for (String person : List.of("assigned_to", "created_by")) {
      Integer id = TaskEvents.number(task.path(person));
      if (id != null) {
        rooms.add(Room.user(id));
      }
    }
    Integer project = TaskEvents.number(task.path("project_id"));
    if (project != null) {
      people.getOrDefault(project, Set.of()).forEach(id -> rooms.add(Room.user(id)));
    }
    return rooms;
  }
}
