package dev.devsync.realtime;

import dev.devsync.platform.security.TokenClaims;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes sure that sockets are no longer trusted than their sessions: user, session and the user's
 * newest access token are looked at once a minute and on every client event. A socket that fails is
 * closed in a way that lets its client come back with better credentials.
 */
@Component
class SessionWatch {

  private static final Logger log = LoggerFactory.getLogger(SessionWatch.class);

  private static final int BATCH = 1_000;

  private final RealtimeRepository repository;
  private final LiveSessions sessions;
  private final Evictions evictions;
  private final Clock clock;

  SessionWatch(
      RealtimeRepository repository, LiveSessions sessions, Evictions evictions, Clock clock) {
    this.evictions = evictions;
    this.repository = repository;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Whether the socket is still good; closes it if not. */
  boolean check(LiveSession session) {
    TokenClaims claims = session.claims();
    Optional<RealtimeRepository.Standing> standing =
        repository.standing(session.userId(), claims.sessionId());
    boolean good =
        standing.isPresent() && !standing.get().ended() && isFresh(claims, standing.get());
    if (!good) {
      session.socket().closeTransport();
    } else if (standing.get().role() != session.role()) {
      // It changed while the socket was being let in, so the event came too early for it.
      evictions.changeRole(session.userId(), standing.get().role());
    }
    return good;
  }

  private boolean isFresh(TokenClaims claims, RealtimeRepository.Standing standing) {
    Instant until = standing.accessUntil();
    Instant now = clock.instant();
    return claims.expiresAt().isAfter(now) || until != null && until.isAfter(now);
  }

  @Scheduled(fixedDelay = 50_000)
  void checkAll() {
    List<LiveSession> all = List.copyOf(sessions.all());
    try {
      for (int start = 0; start < all.size(); start += BATCH) {
        closeLapsed(all.subList(start, Math.min(start + BATCH, all.size())));
      }
    } catch (RuntimeException failure) {
      log.warn("Sockets could not be checked: {}", failure.getMessage());
    }
  }

  private void closeLapsed(List<LiveSession> some) {
    List<RealtimeRepository.Subject> subjects =
        some.stream()
            .map(
                session ->
                    new RealtimeRepository.Subject(
                        session.userId(),
                        session.claims().sessionId(),
                        session.claims().expiresAt()))
            .toList();
    repository
        .lapsed(subjects, clock.instant())
        .forEach(place -> some.get(place - 1).socket().closeTransport());
  }
}
