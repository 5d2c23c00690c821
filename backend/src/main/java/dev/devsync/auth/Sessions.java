package dev.devsync.auth;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.users.User;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens and ends sessions, within the transaction of what causes it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Sessions {

  private final SessionRepository sessions;
  private final TokenIssuer issuer;
  private final ChangeLog changes;
  private final Clock clock;

  Sessions(SessionRepository sessions, TokenIssuer issuer, ChangeLog changes, Clock clock) {
    this.sessions = sessions;
    this.issuer = issuer;
    this.changes = changes;
    this.clock = clock;
  }

  IssuedTokens open(User user, Origin origin) {
    return open(user, origin, issuer.sessionExpiry(clock.instant()));
  }

  /**
   * Opens a session that ends at a given time, such as that of a token from before sessions
   * existed.
   */
  IssuedTokens open(User user, Origin origin, Instant expiresAt) {
    Instant now = clock.instant();
    Session session =
        new Session(
            UUID.randomUUID(),
            user.id(),
            now,
            now,
            expiresAt,
            null,
            origin.ip(),
            origin.userAgent());
    UUID token = UUID.randomUUID();
    sessions.insert(session, issuer.accessExpiry(now, expiresAt));
    sessions.insertToken(token, session.id(), now);
    return new IssuedTokens(
        issuer.access(session, user.role(), now), issuer.refresh(session, user.role(), token, now));
  }

  /** Ends one session of the user; tells whether it was there and good. */
  boolean end(Actor actor, int userId, UUID session, String reason) {
    return !end(actor, userId, session, null, reason).isEmpty();
  }

  /** Ends all sessions of the user but one, or all; returns how many there were. */
  int endOthers(Actor actor, int userId, @Nullable UUID kept, String reason) {
    return end(actor, userId, null, kept, reason).size();
  }

  private List<UUID> end(
      Actor actor, int userId, @Nullable UUID only, @Nullable UUID except, String reason) {
    List<UUID> ended = sessions.end(userId, only, except, reason, clock.instant());
    if (!ended.isEmpty()) {
      changes.record(actor, new SessionsEnded(userId, ended, reason));
    }
    return ended;
  }
}
