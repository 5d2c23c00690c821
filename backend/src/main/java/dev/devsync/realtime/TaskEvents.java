package dev.devsync.realtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the viewers of tasks and projects hear of tasks and comments. */
@Component
class TaskEvents {

  private final JsonMapper json;

  TaskEvents(JsonMapper json) {
    this.json = json;
  }

  List<OutgoingEvent> changed(OutboxEvent event) {
    JsonNode task = event.payload().path("task");
    String updateType = event.type().substring("task.".length());
    List<OutgoingEvent> outgoing = new ArrayList<>();
    ObjectNode payload = taskUpdated(event, task, updateType);
    if (!updateType.equals("deleted")) {
      payload.set("task", task);
    }
    outgoing.add(new OutgoingEvent("task_updated", payload, audience(task)));
    Integer oldProject = number(event.payload().path("before").path("project_id"));
    if (oldProject != null && !Objects.equals(oldProject, number(task.path("project_id")))) {
      // Viewers of the project it left hear that it is gone, and nothing of where it is now.
      ObjectNode left = taskUpdated(event, task, updateType).put("project_id", oldProject);
      outgoing.add(new OutgoingEvent("task_updated", left, Set.of(Room.project(oldProject))));
    }
    return outgoing;
  }

  private ObjectNode taskUpdated(OutboxEvent event, JsonNode task, String updateType) {
    ArrayNode changes = json.createArrayNode();
    event.payload().path("changes").forEach(change -> changes.add(change.path("field").asString()));
    ObjectNode payload = json.createObjectNode();
    payload.put("task_id", task.path("id").intValue());
    payload.put("update_type", updateType);
    payload.put("updated_by", event.actorId());
    payload.put("timestamp", event.at().toString());
    payload.set("project_id", task.path("project_id"));
    payload.set("changes", changes);
    return payload;
  }

  List<OutgoingEvent> commented(OutboxEvent event, String name) {
    JsonNode comment = event.payload().path("comment");
    JsonNode task = event.payload().path("task");
    List<OutgoingEvent> outgoing = new ArrayList<>();
    ObjectNode payload = json.createObjectNode();
    payload.put("task_id", task.path("id").intValue());
    payload.put("comment_id", comment.path("id").intValue());
    payload.put("author_id", comment.path("user_id").intValue());
    payload.put("timestamp", event.at().toString());
    payload.set("project_id", task.path("project_id"));
    if (!name.equals("comment_deleted")) {
      payload.set("comment", comment);
    }
    outgoing.add(new OutgoingEvent(name, payload, audience(task)));
    String mentioned = name.equals("new_comment") ? "mentioned" : "newly_mentioned";
    event.payload().path(mentioned).forEach(user -> outgoing.add(mention(event, user.intValue())));
    return outgoing;
  }

  private OutgoingEvent mention(OutboxEvent event, int user) {
    JsonNode comment = event.payload().path("comment");
    ObjectNode payload = json.createObjectNode();
    payload.set("task_id", comment.path("task_id"));
    payload.set("comment_id", comment.path("id"));
    payload.put("mentioned_by", event.actorId());
    payload.put("timestamp", event.at().toString());
    return new OutgoingEvent("user_mentioned", payload, Set.of(Room.user(user)));
  }

  /** The rooms of task and project; without a project also assignee and creator themselves. */
  private static Set<Room> audience(JsonNode task) {
    Set<Room> rooms = new HashSet<>();
    rooms.add(Room.task(task.path("id").intValue()));
    Integer project = number(task.path("project_id"));
    if (project != null) {
      rooms.add(Room.project(project));
    } else {
      addUser(rooms, number(task.path("assigned_to")));
      addUser(rooms, number(task.path("created_by")));
    }
    return rooms;
  }

  private static void addUser(Set<Room> rooms, @Nullable Integer user) {
    if (user != null) {
      rooms.add(Room.user(user));
    }
  }

  static @Nullable Integer number(JsonNode node) {
    return node.isIntegralNumber() ? node.intValue() : null;
  }
}
