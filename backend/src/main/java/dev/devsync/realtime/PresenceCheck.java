package dev.devsync.realtime;

import java.util.HashSet;
import java.util.Set;
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
    try {
      Set<PresenceRepository.Seat> recorded = new HashSet<>(repository.seats(presence.instance()));
      recorded.stream()
          .filter(seat -> sessions.present(seat.room(), seat.socket()).isEmpty())
          .forEach(seat -> presence.recheck(seat.room(), seat.socket()));
      sessions.memberships().stream()
          .filter(each -> each.session().isPresentIn(each.room()))
          .map(each -> new PresenceRepository.Seat(each.room(), each.session().id()))
          .filter(seat -> !recorded.contains(seat))
          .forEach(seat -> presence.recheck(seat.room(), seat.socket()));
    } catch (RuntimeException failure) {
      log.warn("Presence could not be checked: {}", failure.getMessage());
    }
  }
}
