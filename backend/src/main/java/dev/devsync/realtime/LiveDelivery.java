package dev.devsync.realtime;

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
  private final Timeline timeline;

  LiveDelivery(
      EventTranslator translator,
      RealtimeRepository repository,
      LiveSessions sessions,
      Evictions evictions,
      Timeline timeline) {
    this.translator = translator;
    this.repository = repository;
    this.sessions = sessions;
    this.evictions = evictions;
    this.timeline = timeline;
  }

  /** Takes note of what happened before this instance was there, for clients that come back. */
  void remember(List<OutboxEvent> past) {
    Map<Integer, Set<Integer>> people = repository.people(projects(past));
    past.forEach(
        event -> timeline.addPast(event.position(), lasting(event, translate(event, people))));
  }

  void deliver(List<OutboxEvent> events) {
    Map<Integer, Set<Integer>> people = repository.people(projects(events));
    for (OutboxEvent event : events) {
      List<LiveEvent> outgoing = translate(event, people);
      evictions.before(event, outgoing);
      timeline.add(event.position(), lasting(event, outgoing));
      outgoing.forEach(this::send);
      evictions.after(event);
    }
    evictions.settle();
  }

  private List<LiveEvent> translate(OutboxEvent event, Map<Integer, Set<Integer>> people) {
    try {
      return translator.translate(event, people);
    } catch (RuntimeException | StackOverflowError failure) {
      log.error("Event {} of type {} is nonsense", event.position().seq(), event.type(), failure);
      return List.of();
    }
  }

  /** Who was there when is of no use later. */
  private static List<LiveEvent> lasting(OutboxEvent event, List<LiveEvent> outgoing) {
    return event.type().equals(PresenceChanged.TYPE) ? List.of() : outgoing;
  }

  private void send(LiveEvent event) {
    for (LiveSession member : sessions.in(event.rooms())) {
      try {
        member.deliver(event);
      } catch (RuntimeException | Error failure) {
        // It comes back and catches up; all others are given theirs.
        log.error("An event could not be sent", failure);
        member.socket().closeTransport();
      }
    }
  }

  /** The projects whose people must be known to address the events. */
  private static Set<Integer> projects(List<OutboxEvent> events) {
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
