package dev.devsync.realtime;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings what is recorded about this instance's sockets back in line with them. The tables do not
 * outlive a crash of the database; another instance clears them if this one could not be heard of
 * for a while; and a leaving that could not be recorded stays behind.
 */
@Component
class PresenceCheck {

  private static final Logger log = LoggerFactory.getLogger(PresenceCheck.class);

  /** What takes longer is done next time, so that the instance is heard of meanwhile. */
  private static final long MOST_NANOS = Duration.ofSeconds(5).toNanos();

  private record Place(Room room, String socket) {}

  private final PresenceRepository repository;
  private final LiveSessions sessions;
  private final Presence presence;

  PresenceCheck(PresenceRepository repository, LiveSessions sessions, Presence presence) {
    this.repository = repository;
    this.sessions = sessions;
    this.presence = presence;
  }

  @Scheduled(fixedDelay = 10_000)
  void check() {
    long end = System.nanoTime() + MOST_NANOS;
    try {
      List<PresenceRepository.Seat> seats = repository.seats(presence.instance());
      removeSurplus(seats, end);
      addMissing(seats, end);
    } catch (RuntimeException failure) {
      log.warn("Presence could not be checked: {}", failure.getMessage());
    }
  }

  private void removeSurplus(List<PresenceRepository.Seat> seats, long end) {
    seats.stream()
        .filter(seat -> !sessions.isIn(seat.room(), seat.socket()))
        .takeWhile(seat -> System.nanoTime() - end < 0)
        .forEach(seat -> presence.remove(seat.room(), seat.socket(), seat.userId()));
  }

  private void addMissing(List<PresenceRepository.Seat> seats, long end) {
    Set<Place> recorded =
        seats.stream()
            .map(seat -> new Place(seat.room(), seat.socket()))
            .collect(Collectors.toSet());
    sessions.memberships().stream()
        .filter(each -> each.session().isPerson())
        .filter(each -> !recorded.contains(new Place(each.room(), each.session().id())))
        .takeWhile(each -> System.nanoTime() - end < 0)
        .forEach(each -> presence.joined(each.session(), each.room()));
  }
}
