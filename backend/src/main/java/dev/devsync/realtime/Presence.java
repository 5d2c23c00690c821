package dev.devsync.realtime;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.ChangeLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who looks at what. A person is there while one of their sockets is, on any instance; the room is
 * told when somebody comes or goes, not when a second tab opens (realtime contract, section 7).
 */
@Component
class Presence {

  private static final Logger log = LoggerFactory.getLogger(Presence.class);
  private static final Duration INSTANCE_LOST_AFTER = Duration.ofSeconds(30);

  private final PresenceRepository repository;
  private final RealtimeRepository realtime;
  private final LiveSessions sessions;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final UUID instance = UUID.randomUUID();

  Presence(
      PresenceRepository repository,
      RealtimeRepository realtime,
      LiveSessions sessions,
      ChangeLog changes,
      TransactionTemplate transaction,
      Clock clock) {
    this.repository = repository;
    this.realtime = realtime;
    this.sessions = sessions;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Under which name this instance records its sockets. */
  UUID instance() {
    return instance;
  }

  List<Viewer> viewers(Room room) {
    return repository.viewers(room);
  }

  void joined(LiveSession session, Room room) {
    joined(session, room, projectOf(room));
  }

  void joined(LiveSession session, Room room, @Nullable Integer project) {
    transaction.executeWithoutResult(
        status -> {
          repository.lock(room);
          if (!sessions.isIn(room, session.id())) {
            return;
          }
          boolean wasThere = find(repository.viewers(room), session.userId()).isPresent();
          if (repository.add(room, session, instance, clock.instant()) && !wasThere) {
            List<Viewer> now = repository.viewers(room);
            find(now, session.userId())
                .ifPresent(viewer -> announce(room, project, "join", viewer, now));
          }
        });
  }

  /** Failures only delay it: the row is removed with those of lost instances. */
  void left(LiveSession session, Room room) {
    if (room.isJoinable()) {
      try {
        remove(room, session.id(), session.userId());
      } catch (RuntimeException failure) {
        log.warn("A viewer's leaving could not be recorded: {}", failure.getMessage());
      }
    }
  }

  /** Unless the socket is in the room, or is so again. */
  void remove(Room room, String socket, int userId) {
    transaction.executeWithoutResult(
        status -> {
          repository.lock(room);
          if (sessions.isIn(room, socket)) {
            return;
          }
          Optional<Viewer> leaver = find(repository.viewers(room), userId);
          if (repository.remove(room, socket) && leaver.isPresent()) {
            List<Viewer> now = repository.viewers(room);
            if (find(now, userId).isEmpty()) {
              announce(room, projectOf(room), "leave", leaver.get(), now);
            }
          }
        });
  }

  @Scheduled(fixedDelay = 10_000)
  void keepAlive() {
    Instant lost = clock.instant().minus(INSTANCE_LOST_AFTER);
    try {
      repository.heartbeat(instance, clock.instant());
      repository.orphans(lost).forEach(o -> remove(o.room(), o.socket(), o.userId()));
      repository.forgetInstances(lost);
    } catch (RuntimeException failure) {
      log.warn("Presence could not be kept up: {}", failure.getMessage());
    }
  }

  private static Optional<Viewer> find(List<Viewer> viewers, int userId) {
    return viewers.stream().filter(viewer -> viewer.id() == userId).findFirst();
  }

  private @Nullable Integer projectOf(Room room) {
    if (room.kind() == Room.Kind.PROJECT) {
      return room.id();
    }
    return realtime.projectOfTask(room.id()).stream()
        .filter(id -> id != 0)
        .findFirst()
        .orElse(null);
  }

  private void announce(
      Room room, @Nullable Integer project, String event, Viewer viewer, List<Viewer> now) {
    boolean isTask = room.kind() == Room.Kind.TASK;
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("scope", isTask ? "task" : "project");
    payload.put("project_id", project);
    payload.put("task_id", isTask ? room.id() : null);
    payload.put("event", event);
    payload.put("user", viewer);
    payload.put("users", now);
    payload.put("timestamp", clock.instant());
    changes.record(
        Actor.SYSTEM, new PresenceChanged("presence_update", List.of(room.wireName()), payload));
  }
}
