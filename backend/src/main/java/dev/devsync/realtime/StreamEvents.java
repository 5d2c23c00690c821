package dev.devsync.realtime;

import dev.devsync.realtime.engine.SocketEvent;
import dev.devsync.realtime.engine.SocketHandler;
import dev.devsync.realtime.engine.SocketSession;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What programs may say on a plain WebSocket. They hear nothing that they did not ask for, and are
 * not present anywhere: presence is about people who look at something.
 */
@Component
class StreamEvents implements SocketHandler {

  private final LiveSessions sessions;
  private final SessionWatch watch;
  private final CatchUp catchUp;

  StreamEvents(LiveSessions sessions, SessionWatch watch, CatchUp catchUp) {
    this.sessions = sessions;
    this.watch = watch;
    this.catchUp = catchUp;
  }

  @Override
  public void onConnected(SocketSession socket) {
    LiveSession session = sessions.addProgram(socket);
    watch.check(session);
  }

  @Override
  public void onClosed(SocketSession socket) {
    sessions.remove(socket.id());
  }

  @Override
  public void onEvent(SocketSession socket, SocketEvent event) {
    LiveSession session = sessions.get(socket.id());
    if (watch.check(session)) {
      event.ack().send(answer(session, event.name(), event.argument()));
    }
  }

  private Object answer(LiveSession session, String action, JsonNode message) {
    try {
      return switch (action) {
        case "subscribe" -> subscribe(session, message);
        case "unsubscribe" -> unsubscribe(session, message);
        default -> ClientEvents.error("Unknown action");
      };
    } catch (Refusal refusal) {
      return ClientEvents.error(refusal.getMessage());
    }
  }

  private Subscription subscribe(LiveSession session, JsonNode message) {
    Long lastSeq = Payloads.lastSeq(message);
    Set<Room> wanted = wanted(session, message);
    Boolean resumed = lastSeq == null ? null : catchUp.resume(session, lastSeq);
    Set<Room> granted = catchUp.enter(session, wanted);
    return Subscription.of(wanted, granted, resumed, session.firstSeq());
  }

  private Map<String, ?> unsubscribe(LiveSession session, JsonNode message) {
    Set<Room> left = wanted(session, message);
    if (left.contains(Room.user(session.userId()))) {
      session.leavePersonalRooms();
    }
    left.forEach(room -> sessions.leave(session, room));
    return ClientEvents.success("Unsubscribed");
  }

  private static Set<Room> wanted(LiveSession session, JsonNode message) {
    Set<Room> wanted = new HashSet<>(Payloads.rooms(message));
    if (message.path("notifications").asBoolean(false)) {
      wanted.addAll(session.personalRooms());
    }
    if (wanted.isEmpty()) {
      throw new Refusal("Nothing to subscribe to");
    }
    return wanted;
  }
}
