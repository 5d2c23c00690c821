package dev.devsync.realtime;

import static java.util.stream.Collectors.toSet;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Each turn reads the whole list, so few turns are better for long ones. */
  private static final Duration CROWDED_PAUSE = Duration.ofMillis(50);

  private final PresenceRepository repository;
  private final LiveSessions sessions;
  private final PresenceAnnouncements announcements;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Gathering<Room, String> moved = new Gathering<>(this::carryOut, this::pause);
  private final Set<Room> crowded = ConcurrentHashMap.newKeySet();
  private final UUID instance = UUID.randomUUID();

  Presence(
      PresenceRepository repository,
      LiveSessions sessions,
      PresenceAnnouncements announcements,
      TransactionTemplate transaction,
      Clock clock) {
    this.repository = repository;
    this.sessions = sessions;
    this.announcements = announcements;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Under which name this instance records its sockets. */
  UUID instance() {
    return instance;
  }

  /** Who is in the room, with everybody who was said to have come or gone before. */
  List<Viewer> viewers(Room room) {
    moved.settled(room).exceptionally(reported -> null).join();
    return repository.viewers(room);
  }

  /** Does not wait: thousands may come at once. */
  void joined(LiveSession session, Room room) {
    recheck(room, session.id());
  }

  void left(LiveSession session, Room room) {
    if (room.isJoinable()) {
      recheck(room, session.id());
    }
  }

  /** Records whether the socket is in the room, if that is not what is recorded. */
  void recheck(Room room, String socket) {
    moved.submit(room, socket).exceptionally(Presence::report);
  }

  /** The next check makes up for it. */
  private static @Nullable Void report(Throwable failure) {
    log.warn("Somebody's coming or going could not be recorded: {}", failure.getMessage());
    return null;
  }

  @PreDestroy
  void finish() {
    moved.settled().exceptionally(reported -> null).join();
  }

  private void carryOut(Room room, List<String> sockets) {
    // How it stands now, whatever was reported: each change is followed by a report of its own.
    Set<String> going = new HashSet<>(sockets);
    Set<LiveSession> coming =
        going.stream().flatMap(socket -> sessions.find(room, socket).stream()).collect(toSet());
    coming.forEach(session -> going.remove(session.id()));
    transaction.executeWithoutResult(
        status -> {
          repository.lock(room);
          List<Viewer> before = repository.viewers(room);
          repository.add(room, coming, instance, clock.instant());
          repository.remove(room, going);
          List<Viewer> after = repository.viewers(room);
          announcements.announce(room, before, after);
          remember(room, PresenceAnnouncements.isCrowd(after));
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
    Instant lost = clock.instant().minus(INSTANCE_LOST_AFTER);
    try {
      repository.heartbeat(instance, clock.instant());
      repository.orphans(lost).forEach(seat -> recheck(seat.room(), seat.socket()));
      repository.forgetInstances(lost);
    } catch (RuntimeException failure) {
      log.warn("Presence could not be kept up: {}", failure.getMessage());
    }
  }
}
