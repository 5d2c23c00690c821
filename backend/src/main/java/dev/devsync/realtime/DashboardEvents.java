package dev.devsync.realtime;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hints that figures somebody may be looking at have changed (realtime contract, section 6.2). */
@Component
class DashboardEvents {

  private final JsonMapper json;

  DashboardEvents(JsonMapper json) {
    this.json = json;
  }

  List<OutgoingEvent> of(OutboxEvent event, Map<Integer, Set<Integer>> people) {
    return switch (event.type()) {
      case "task.created" -> task(event, "task_created", people);
      case "task.updated", "task.completed", "task.reopened" -> task(event, "task_updated", people);
      case "task.deleted" -> task(event, "task_deleted", people);
      case "project.created", "project.updated", "project.deleted" -> project(event, people);
      case "report.created", "report.deleted" -> report(event);
      case "settings.updated" ->
          hint(
              "settings_updated",
              "settings",
              null,
              data("settings_updated", event.payload().path("keys")),
              Room.ADMINS);
      case "retention.run" ->
          hint(
              "retention_cleanup",
              "settings",
              null,
              (ObjectNode) event.payload().deepCopy(),
              Room.ADMINS);
      case "user.created", "user.updated", "user.deleted", "user.role_changed" -> user(event);
      case "audit.recorded" -> audit(event);
      default -> List.of();
    };
  }

  private List<OutgoingEvent> task(
      OutboxEvent event, String name, Map<Integer, Set<Integer>> people) {
    JsonNode task = event.payload().path("task");
    JsonNode before = event.payload().path("before");
    Set<Room> rooms = new HashSet<>(Set.of(Room.MANAGERS));
    for (JsonNode user :
        List.of(task.path("assigned_to"), before.path("assigned_to"), task.path("created_by"))) {
      if (user.isIntegralNumber()) {
        rooms.add(Room.user(user.intValue()));
      }
    }
    for (JsonNode project : List.of(task.path("project_id"), before.path("project_id"))) {
      addPeople(rooms, people, project);
    }
    ObjectNode data = data("project_id", task.path("project_id"));
    data.set("assigned_to", task.path("assigned_to"));
    return List.of(event(name, "task", task.path("id"), data, rooms));
  }

  private List<OutgoingEvent> project(OutboxEvent event, Map<Integer, Set<Integer>> people) {
    JsonNode project = event.payload().path("project");
    Set<Room> rooms = new HashSet<>(Set.of(Room.MANAGERS));
    project.path("members").forEach(member -> rooms.add(Room.user(member.intValue())));
    event
        .payload()
        .path("removed")
        .forEach(member -> rooms.add(Room.user(member.path("id").intValue())));
    addPeople(rooms, people, project.path("id"));
    return List.of(
        event(
            event.type().replace('.', '_'),
            "project",
            project.path("id"),
            data("status", project.path("status")),
            rooms));
  }

  private List<OutgoingEvent> report(OutboxEvent event) {
    ObjectNode data = data("report_type", event.payload().path("report_type"));
    data.set("date_range", event.payload().path("date_range"));
    return List.of(
        event(
            event.type().replace('.', '_'),
            "report",
            event.payload().path("report_id"),
            data,
            Set.of(Room.MANAGERS)));
  }

  private List<OutgoingEvent> user(OutboxEvent event) {
    JsonNode user = event.payload().path("user");
    ObjectNode data =
        event.type().equals("user.role_changed")
            ? data("old_role", event.payload().path("old_role"))
            : data("role", user.path("role"));
    if (event.type().equals("user.role_changed")) {
      data.set("new_role", user.path("role"));
    }
    Set<Room> rooms = Set.of(Room.MANAGERS, Room.user(user.path("id").intValue()));
    return List.of(event(event.type().replace('.', '_'), "user", user.path("id"), data, rooms));
  }

  private List<OutgoingEvent> audit(OutboxEvent event) {
    JsonNode type = event.payload().path("resource_type");
    return List.of(
        event(
            "audit_log_recorded",
            type.isString() ? type.asString() : null,
            event.payload().path("resource_id"),
            data("action", event.payload().path("action")),
            Set.of(Room.MANAGERS)));
  }

  private static void addPeople(
      Set<Room> rooms, Map<Integer, Set<Integer>> people, JsonNode project) {
    if (project.isIntegralNumber()) {
      people.getOrDefault(project.intValue(), Set.of()).forEach(user -> rooms.add(Room.user(user)));
    }
  }

  private List<OutgoingEvent> hint(
      String name, String resource, @Nullable JsonNode id, ObjectNode data, Room room) {
    return List.of(event(name, resource, id, data, Set.of(room)));
  }

  private OutgoingEvent event(
      String name,
      @Nullable String resource,
      @Nullable JsonNode id,
      ObjectNode data,
      Set<Room> rooms) {
    ObjectNode payload = json.createObjectNode();
    payload.put("event_type", name);
    payload.put("resource_type", resource);
    payload.set(
        "resource_id", id == null || id.isMissingNode() ? json.getNodeFactory().nullNode() : id);
    payload.set("payload", data);
    return new OutgoingEvent("dashboard_updated", payload, rooms);
  }

  private ObjectNode data(String name, JsonNode value) {
    ObjectNode data = json.createObjectNode();
    data.set(name, value.isMissingNode() ? json.getNodeFactory().nullNode() : value);
    return data;
  }
}
