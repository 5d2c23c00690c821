package dev.devsync.realtime;

import dev.devsync.realtime.engine.SocketEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns rows of the outbox into what clients hear, and says who hears it (realtime contract,
 * sections 5 and 6).
 */
@Component
class EventTranslator {

  private final TaskEvents tasks;
  private final ProjectEvents projects;
  private final DashboardEvents dashboards;
  private final GithubEvents github;
  private final SocketEncoder encoder;
  private final JsonMapper json;

  EventTranslator(
      TaskEvents tasks,
      ProjectEvents projects,
      DashboardEvents dashboards,
      GithubEvents github,
      SocketEncoder encoder,
      JsonMapper json) {
    this.encoder = encoder;
    this.tasks = tasks;
    this.projects = projects;
    this.dashboards = dashboards;
    this.github = github;
    this.json = json;
  }

  /**
   * The events that follow from a row, in the order in which they are to be sent.
   *
   * @param people members and creators by project, for the projects of the row
   */
  List<LiveEvent> translate(OutboxEvent event, Map<Integer, Set<Integer>> people) {
    List<OutgoingEvent> outgoing = new ArrayList<>(direct(event));
    outgoing.addAll(dashboards.of(event, people));
    if (event.type().equals("github.sync_changed")) {
      outgoing.addAll(github.syncChanged(event, people));
    }
    return IntStream.range(0, outgoing.size())
        .mapToObj(part -> encode(event.position().ofPart(part), outgoing.get(part)))
        .toList();
  }

  private LiveEvent encode(Position at, OutgoingEvent outgoing) {
    ObjectNode payload = outgoing.payload().put("seq", at.mark());
    return new LiveEvent(at, outgoing.rooms(), encoder.event(outgoing.name(), payload));
  }

  private List<OutgoingEvent> direct(OutboxEvent event) {
    JsonNode payload = event.payload();
    return switch (event.type()) {
      case "task.created",
          "task.updated",
          "task.completed",
          "task.reopened",
          "task.deleted",
          "task.github_linked",
          "task.github_unlinked" ->
          tasks.changed(event);
      case "comment.added" -> tasks.commented(event, "new_comment");
      case "comment.updated" -> tasks.commented(event, "comment_updated");
      case "comment.deleted" -> tasks.commented(event, "comment_deleted");
      case "project.updated", "project.deleted" -> projects.changed(event);
      case "notification.created" ->
          personal(
              "notification", payload.path("notification"), payload.path("user_id").intValue());
      case "notification.read" ->
          personal("notification_read", payload, payload.path("user_id").intValue());
      case "notification.deleted" ->
          personal("notification_deleted", payload, payload.path("user_id").intValue());
      case PresenceChanged.TYPE, Relayed.TYPE ->
          List.of(
              new OutgoingEvent(
                  payload.path("name").asString(),
                  copy(payload.path("payload")),
                  rooms(payload.path("rooms"))));
      default -> List.of();
    };
  }

  private List<OutgoingEvent> personal(String name, JsonNode payload, int userId) {
    return List.of(new OutgoingEvent(name, copy(payload), Set.of(Room.user(userId))));
  }

  private static Set<Room> rooms(JsonNode names) {
    Set<Room> rooms = new HashSet<>();
    names.forEach(name -> rooms.add(Room.named(name.asString())));
    return rooms;
  }

  private ObjectNode copy(JsonNode node) {
    return node instanceof ObjectNode object ? object.deepCopy() : json.createObjectNode();
  }
}
