package dev.devsync.realtime;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

  /** A socket that comes, or goes if there is no session. */
  private record Move(String socket, @Nullable LiveSession joining) {}

  private final PresenceRepository repository;
  private final PresenceAnnouncements announcements;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Gathering<Room, Move> moves = new Gathering<>(this::carryOut, this::pause);
  private final Set<Room> crowded = ConcurrentHashMap.newKeySet();
  private final UUID instance = UUID.randomUUID();

  Presence(
      PresenceRepository repository,
      PresenceAnnouncements announcements,
      TransactionTemplate transaction,
      Clock clock) {
    this.repository = repository;
    this.announcements = announcements;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Who is in the room, with everybody who was said to have come or gone before. */
  List<Viewer> viewers(Room room) {
    moves.settled(room).exceptionally(reported -> null).join();
    return repository.viewers(room);
  }

  /** Does not wait: thousands may come at once. */
  void joined(LiveSession session, Room room) {
    move(room, new Move(session.id(), session));
  }

  void left(LiveSession session, Room room) {
    if (room.isJoinable()) {
      move(room, new Move(session.id(), null));
    }
  }

  private void move(Room room, Move move) {
    moves.submit(room, move).exceptionally(Presence::report);
  }

  /** Rows that were not removed are so later, with those of lost instances. */
  private static @Nullable Void report(Throwable failure) {
    log.warn("Somebody's coming or going could not be recorded: {}", failure.getMessage());
    return null;
  }

  @PreDestroy
  void finish() {
    moves.settled().exceptionally(reported -> null).join();
  }

  private void carryOut(Room room, List<Move> some) {
    // Whoever was taken out of the room meanwhile does not come: their leaving follows or is here.
    Set<LiveSession> coming =
        some.stream()
            .map(Move::joining)
            .filter(session -> session != null && session.rooms().contains(room))
            .collect(Collectors.toSet());
    Set<String> going = some.stream().map(Move::socket).collect(Collectors.toSet());
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
      repository.orphans(lost).forEach(this::forget);
      repository.forgetInstances(lost);
    } catch (RuntimeException failure) {
      log.warn("Presence could not be kept up: {}", failure.getMessage());
    }
  }

  private void forget(String room, List<String> sockets) {
    carryOut(Room.named(room), sockets.stream().map(socket -> new Move(socket, null)).toList());
  }
}
