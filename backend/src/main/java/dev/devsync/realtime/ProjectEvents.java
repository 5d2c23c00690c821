package dev.devsync.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the viewers of a project hear of the project itself. */
@Component
class ProjectEvents {

  private final JsonMapper json;

  ProjectEvents(JsonMapper json) {
    this.json = json;
  }

  List<OutgoingEvent> changed(OutboxEvent event) {
    int project = event.payload().path("project").path("id").intValue();
    if (event.type().equals("project.deleted")) {
      return List.of(update(event, project, "deleted", json.createObjectNode()));
    }
    List<OutgoingEvent> outgoing = new ArrayList<>();
    outgoing.add(update(event, project, "updated", json.createObjectNode()));
    event
        .payload()
        .path("added")
        .forEach(who -> outgoing.add(update(event, project, "member_added", person(who))));
    event
        .payload()
        .path("removed")
        .forEach(who -> outgoing.add(update(event, project, "member_removed", person(who))));
    return outgoing;
  }

  private OutgoingEvent update(OutboxEvent event, int project, String updateType, ObjectNode data) {
    ObjectNode payload = json.createObjectNode();
    payload.put("project_id", project);
    payload.put("update_type", updateType);
    payload.put("updated_by", event.actorId());
    payload.set("data", data);
    payload.put("timestamp", event.at().toString());
    return new OutgoingEvent("project_update", payload, Set.of(Room.project(project)));
  }

  private ObjectNode person(JsonNode member) {
    ObjectNode data = json.createObjectNode();
    data.set("user_id", member.path("id"));
    data.set("name", member.path("name"));
    return data;
  }
}
