package dev.devsync.realtime;

import dev.devsync.realtime.engine.SocketEvent;
import dev.devsync.realtime.engine.SocketHandler;
import dev.devsync.realtime.engine.SocketSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Socket.IO clients may say (realtime contract, section 4). */
@Component
@Primary
class ClientEvents implements SocketHandler {

  private static final Logger log = LoggerFactory.getLogger(ClientEvents.class);
  private static final int PRESENCE_SECONDS = 30;

  private final LiveSessions sessions;
  private final SessionWatch watch;
  private final CatchUp catchUp;
  private final RoomEvents rooms;
  private final RelayEvents relays;
  private final Presence presence;
  private final JsonMapper json;

  ClientEvents(
      LiveSessions sessions,
      SessionWatch watch,
      CatchUp catchUp,
      RoomEvents rooms,
      RelayEvents relays,
      Presence presence,
      JsonMapper json) {
    this.sessions = sessions;
    this.watch = watch;
    this.catchUp = catchUp;
    this.rooms = rooms;
    this.relays = relays;
    this.presence = presence;
    this.json = json;
  }

  @Override
  public void onConnected(SocketSession socket) {
    Visitor visitor = socket.principal(Visitor.class);
    LiveSession session = sessions.add(socket);
    rooms.begin(session, visitor);
    watch.check(session);
  }

  @Override
  public void onClosed(SocketSession socket) {
    LiveSession session = sessions.get(socket.id());
    sessions.remove(socket.id()).forEach(room -> presence.left(session, room));
  }

  @Override
  public void onEvent(SocketSession socket, SocketEvent event) {
    LiveSession session = sessions.get(socket.id());
    if (!watch.check(session)) {
      return;
    }
    JsonNode argument = event.argument();
    if (argument.isMissingNode() || argument.isNull()) {
      argument = json.createObjectNode();
    }
    answer(session, event.name(), argument)
        .exceptionally(ClientEvents::failed)
        .thenAccept(answer -> event.ack().send(answer));
  }

  private static Map<String, ?> failed(Throwable failure) {
    log.error("An answer could not be found", failure);
    return error("Internal server error");
  }

  private CompletableFuture<Map<String, ?>> answer(
      LiveSession session, String name, JsonNode payload) {
    if (!payload.isObject()) {
      return CompletableFuture.completedFuture(error("Invalid payload"));
    }
    try {
      return switch (name) {
        case "join_project" -> rooms.joinProject(session, payload);
        case "join_task" -> rooms.joinTask(session, payload);
        case "get_presence" -> rooms.presence(session, payload);
        default -> CompletableFuture.completedFuture(answerAtOnce(session, name, payload));
      };
    } catch (Refusal refusal) {
      return CompletableFuture.completedFuture(error(refusal.getMessage()));
    }
  }

  private Map<String, ?> answerAtOnce(LiveSession session, String name, JsonNode payload) {
    return switch (name) {
      case "register" -> registered(session);
      case "heartbeat" -> Map.of("status", "success", "ttl_seconds", PRESENCE_SECONDS);
      case "leave_project" -> rooms.leaveProject(session, payload);
      case "leave_task" -> rooms.leaveTask(session, payload);
      case "task_update" -> relays.taskUpdate(session, payload);
      case "comment_added" -> relays.commentAdded(session, payload);
      case "project_updated" -> relays.projectUpdated(session, payload);
      case "resume" -> resume(session, payload);
      default -> error("Unknown event");
    };
  }

  private static Map<String, ?> registered(LiveSession session) {
    return Map.of(
        "status", "success", "message", "Registered successfully", "seq", session.firstSeq());
  }

  private Map<String, ?> resume(LiveSession session, JsonNode payload) {
    Long last = Payloads.lastSeq(payload);
    if (last == null) {
      throw new Refusal("Last sequence number required");
    }
    return catchUp.resume(session, last) ? success("Resumed") : error("Resync required");
  }

  static Map<String, ?> success(String message) {
    return Map.of("status", "success", "message", message);
  }

  static Map<String, ?> error(@Nullable String message) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("status", "error");
    body.put("message", message);
    return body;
  }
}
