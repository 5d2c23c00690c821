package dev.devsync.realtime;

import dev.devsync.realtime.engine.SocketEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives a client that was away what it missed and may see, in order, before anything new. */
@Component
class CatchUp {

  private static final int MOST = 2_000;

  private final OutboxRepository outbox;
  private final RealtimeRepository repository;
  private final EventTranslator translator;
  private final RoomRights rights;
  private final LiveDelivery delivery;
  private final SocketEncoder encoder;

  CatchUp(
      OutboxRepository outbox,
      RealtimeRepository repository,
      EventTranslator translator,
      RoomRights rights,
      LiveDelivery delivery,
      SocketEncoder encoder) {
    this.outbox = outbox;
    this.repository = repository;
    this.translator = translator;
    this.rights = rights;
    this.delivery = delivery;
    this.encoder = encoder;
  }

  /**
   * Sends everything after the given event. New events wait meanwhile. A client that was away for
   * too long is told to load everything again with {@code resync_required}.
   *
   * @return whether it could be sent
   */
  boolean resume(LiveSession session, long lastSeq) {
    session.hold();
    try {
      Optional<Position> last = outbox.find(lastSeq);
      List<OutboxEvent> missed =
          last.map(position -> outbox.between(position, delivery.position(), MOST + 1))
              .orElse(List.of());
      if (last.isEmpty() || missed.size() > MOST) {
        session.socket().send("resync_required", Map.of("last_seq", lastSeq));
        return false;
      }
      replay(session, missed);
      return true;
    } finally {
      session.release();
    }
  }

  private void replay(LiveSession session, List<OutboxEvent> missed) {
    Map<Integer, Set<Integer>> people = repository.people(LiveDelivery.projects(missed));
    Set<Room> open = open(session, missed);
    for (OutboxEvent event : missed) {
      if (!event.type().equals(PresenceChanged.TYPE)) {
        translator.translate(event, people).stream()
            .filter(outgoing -> outgoing.rooms().stream().anyMatch(open::contains))
            .forEach(
                outgoing ->
                    session.catchUp(
                        LiveDelivery.key(event.position(), outgoing),
                        encoder.event(outgoing.name(), outgoing.payload())));
      }
    }
  }

  /**
   * The rooms of the session, and those of all projects and tasks in the events that its user may
   * see.
   */
  private Set<Room> open(LiveSession session, List<OutboxEvent> missed) {
    Set<Room> mentioned = new HashSet<>();
    for (OutboxEvent event : missed) {
      if (event.projectId() != null) {
        mentioned.add(Room.project(event.projectId()));
      }
      if (event.taskId() != null) {
        mentioned.add(Room.task(event.taskId()));
      }
    }
    Set<Room> open = rights.allowed(session.userId(), session.role(), mentioned);
    open.addAll(Room.automatic(session.userId(), session.role()));
    return open;
  }
}
