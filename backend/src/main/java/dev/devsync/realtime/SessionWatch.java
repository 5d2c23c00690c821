package dev.devsync.realtime;

import dev.devsync.platform.security.TokenClaims;
import java.time.Clock;
import java.time.Instant;
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

  private final RealtimeRepository repository;
  private final LiveSessions sessions;
  private final Clock clock;

  SessionWatch(RealtimeRepository repository, LiveSessions sessions, Clock clock) {
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
    for (LiveSession session : sessions.all()) {
      try {
        check(session);
      } catch (RuntimeException failure) {
        log.warn("Sockets could not be checked: {}", failure.getMessage());
        return;
      }
    }
  }
}
