package dev.devsync.realtime;

import dev.devsync.realtime.engine.EncodedEvent;
import dev.devsync.realtime.engine.SocketEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sends what the outbox says to the sockets of this instance. Called by one thread only. */
@Component
class LiveDelivery {

  private static final Logger log = LoggerFactory.getLogger(LiveDelivery.class);

  private final EventTranslator translator;
  private final RealtimeRepository repository;
  private final LiveSessions sessions;
  private final Evictions evictions;
  private final SocketEncoder encoder;
  private volatile Position position = new Position(0, 0);

  LiveDelivery(
      EventTranslator translator,
      RealtimeRepository repository,
      LiveSessions sessions,
      Evictions evictions,
      SocketEncoder encoder) {
    this.translator = translator;
    this.repository = repository;
    this.sessions = sessions;
    this.evictions = evictions;
    this.encoder = encoder;
  }

  void startAt(Position start) {
    position = start;
  }

  /** The last event that was delivered. */
  Position position() {
    return position;
  }

  void deliver(List<OutboxEvent> events) {
    if (sessions.isEmpty()) {
      events.forEach(event -> position = event.position());
      return;
    }
    Map<Integer, Set<Integer>> people = repository.people(projects(events));
    for (OutboxEvent event : events) {
      try {
        evictions.before(event);
        translator.translate(event, people).forEach(outgoing -> send(event.position(), outgoing));
        evictions.after(event);
      } catch (RuntimeException failure) {
        log.error(
            "Event {} of type {} could not be delivered",
            event.position().seq(),
            event.type(),
            failure);
      }
      position = event.position();
    }
  }

  private void send(Position at, OutgoingEvent outgoing) {
    Set<LiveSession> members = sessions.in(outgoing.rooms());
    if (!members.isEmpty()) {
      EncodedEvent encoded = encoder.event(outgoing.name(), outgoing.payload());
      String key = key(at, outgoing);
      members.forEach(member -> member.deliver(key, encoded));
    }
  }

  /** One row may have several events with one name, such as a member added and another removed. */
  static String key(Position at, OutgoingEvent outgoing) {
    return at.seq()
        + outgoing.name()
        + outgoing.payload().path("update_type")
        + outgoing.payload().path("data");
  }

  /** The projects whose people must be known to address the events. */
  static Set<Integer> projects(List<OutboxEvent> events) {
    Set<Integer> projects = new HashSet<>();
    for (OutboxEvent event : events) {
      for (JsonNode id :
          List.of(
              event.payload().path("task").path("project_id"),
              event.payload().path("before").path("project_id"),
              event.payload().path("project").path("id"))) {
        if (id.isIntegralNumber()) {
          projects.add(id.intValue());
        }
      }
    }
    return projects;
  }
}
