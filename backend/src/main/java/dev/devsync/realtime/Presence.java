package dev.devsync.realtime;

import static java.util.stream.Collectors.toSet;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who looks at what. A person is there while one of their sockets is, on any instance; the room is
 * told when somebody comes or goes, not when a second tab opens (realtime contract, section 7).
 */
@Component
class Presence {

  private static final Logger log = LoggerFactory.getLogger(Presence.class);
  private static final Duration INSTANCE_LOST_AFTER = Duration.ofSeconds(30);

  /** Each turn reads the whole list, so few turns are better for long ones. */
  private static final Duration CROWDED_PAUSE = Duration.ofMillis(50);

  private final PresenceRepository repository;
  private final LiveSessions sessions;
  private final PresenceAnnouncements announcements;
  private final PresenceTurns turns;
  private final Clock clock;
  private final Gathering<Room, String, List<Viewer>> moved =
      new Gathering<>(this::carryOut, this::pause);
  private final Set<Room> crowded = ConcurrentHashMap.newKeySet();
  private final UUID instance = UUID.randomUUID();

  Presence(
      PresenceRepository repository,
      LiveSessions sessions,
      PresenceAnnouncements announcements,
      PresenceTurns turns,
      Clock clock) {
    this.repository = repository;
    this.sessions = sessions;
    this.announcements = announcements;
    this.turns = turns;
    this.clock = clock;
  }

  /** Under which name this instance records its sockets. */
  UUID instance() {
    return instance;
  }

  /**
   * Who is in the room, with everybody who was said to have come or gone before. Does not wait:
   * thousands may ask at once, and all who do meanwhile are told the same.
   */
  CompletableFuture<List<Viewer>> viewers(Room room) {
    return moved.ask(room);
  }

  /** Takes note that the session has come and says who is there with it; does not wait either. */
  CompletableFuture<List<Viewer>> joined(LiveSession session, Room room) {
    return record(room, session.id());
  }

  void left(LiveSession session, Room room) {
    if (room.isJoinable()) {
      recheck(room, session.id());
    }
  }

  /** Records whether the socket is in the room, if that is not what is recorded. */
  void recheck(Room room, String socket) {
    record(room, socket).exceptionally(reported -> List.of());
  }

  private CompletableFuture<List<Viewer>> record(Room room, String socket) {
    return moved
        .submit(room, socket)
        .whenComplete(
            (viewers, failure) -> {
              if (failure != null) {
                // The next check makes up for it.
                log.warn("Somebody's coming or going was not recorded: {}", failure.getMessage());
              }
            });
  }

  @PreDestroy
  void finish() {
    moved.settled().exceptionally(reported -> null).join();
  }

  private List<Viewer> carryOut(Room room, List<String> sockets) {
    if (sockets.isEmpty()) {
      return turns.take(() -> repository.viewers(room));
    }
    // How it stands now, whatever was reported: each change is followed by a report of its own.
    Set<String> going = new HashSet<>(sockets);
    Set<LiveSession> coming =
        going.stream().flatMap(socket -> sessions.present(room, socket).stream()).collect(toSet());
    coming.forEach(session -> going.remove(session.id()));
    return turns.take(
        () -> {
          repository.lock(room);
          List<Viewer> before = repository.viewers(room);
          repository.add(room, coming, instance, clock.instant());
          repository.remove(room, going);
          List<Viewer> after = repository.viewers(room);
          announcements.announce(room, before, after, sessions.in(room).size());
          remember(room, PresenceAnnouncements.isCrowd(after));
          return after;
        });
  }

  private void remember(Room room, boolean isCrowded) {
    if (isCrowded) {
      crowded.add(room);
    } else {
      crowded.remove(room);
    }
  }

  private Duration pause(Room room) {
    return crowded.contains(room) ? CROWDED_PAUSE : Duration.ZERO;
  }

  @Scheduled(fixedDelay = 10_000)
  void keepAlive() {
    try {
      repository.heartbeat(instance);
      repository.orphans(INSTANCE_LOST_AFTER).forEach(seat -> recheck(seat.room(), seat.socket()));
      repository.forgetInstances(INSTANCE_LOST_AFTER);
    } catch (RuntimeException failure) {
      log.warn("Presence could not be kept up: {}", failure.getMessage());
    }
  }
}
