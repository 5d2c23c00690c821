package dev.devsync.auth;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.security.TokenClaims;
import dev.devsync.platform.security.TokenProblem;
import dev.devsync.users.User;
import dev.devsync.users.UserRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exchanges refresh tokens (conventions, section 8.6). A replaced token still counts for a minute,
 * and for as long as its successor was not used: a client that asked twice, or lost the answer,
 * stays signed in. Any other return of a replaced token means that somebody else has it, and the
 * session ends.
 */
@Service
class Refreshing {

  private static final Duration GRACE = Duration.ofSeconds(60);

  private final SessionRepository sessions;
  private final Sessions lifecycle;
  private final UserRepository users;
  private final TokenIssuer issuer;
  private final ChangeLog changes;
  private final Clock clock;

  Refreshing(
      SessionRepository sessions,
      Sessions lifecycle,
      UserRepository users,
      TokenIssuer issuer,
      ChangeLog changes,
      Clock clock) {
    this.sessions = sessions;
    this.lifecycle = lifecycle;
    this.users = users;
    this.issuer = issuer;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * New tokens, or why not. A theft is recorded, so this must not be answered with an exception.
   */
  sealed interface Outcome {

    record Renewed(IssuedTokens tokens) implements Outcome {}

    record Refused(TokenProblem problem) implements Outcome {}
  }

  @Transactional
  public Outcome refresh(TokenClaims presented, Origin origin) {
    Optional<User> user = users.find(presented.userId());
    if (user.isEmpty()) {
      return new Outcome.Refused(TokenProblem.INVALID);
    }
    if (presented.sessionId() == null) {
      return new Outcome.Renewed(lifecycle.open(user.get(), origin, presented.expiresAt()));
    }
    Optional<Session> session =
        sessions.findForUpdate(presented.sessionId()).filter(s -> s.userId() == presented.userId());
    if (session.isEmpty() || session.get().endedAt() != null) {
      return new Outcome.Refused(TokenProblem.REVOKED);
    }
    return sessions
        .findToken(presented.id(), session.get().id())
        .filter(this::isAcceptable)
        .<Outcome>map(
            token -> new Outcome.Renewed(renew(session.get(), token, user.get().role(), origin)))
        .orElseGet(() -> endStolen(session.get(), user.get(), origin));
  }

  private boolean isAcceptable(RefreshToken token) {
    return token.replacedAt() == null
        || token.successorIsCurrent()
        || !token.replacedAt().plus(GRACE).isBefore(clock.instant());
  }

  private IssuedTokens renew(Session session, RefreshToken token, Role role, Origin origin) {
    Instant now = clock.instant();
    sessions.touch(session.id(), now, issuer.accessExpiry(now, session.expiresAt()), origin);
    RefreshToken current =
        token.isCurrent()
            ? replace(session, token, now)
            : sessions.currentToken(session.id()).orElseThrow();
    return new IssuedTokens(
        issuer.access(session, role, now),
        issuer.refresh(session, role, current.id(), current.issuedAt()));
  }

  private RefreshToken replace(Session session, RefreshToken token, Instant now) {
    RefreshToken successor = new RefreshToken(UUID.randomUUID(), now, null, false);
    sessions.replaceToken(token.id(), successor.id(), now);
    sessions.insertToken(successor.id(), session.id(), now);
    return successor;
  }

  private Outcome endStolen(Session session, User user, Origin origin) {
    Actor actor = Actor.anonymous(origin);
    lifecycle.end(actor, user.id(), session.id(), SessionsEnded.TOKEN_REUSED);
    changes.audit(actor, AuditEntry.of("refresh_token_reused", "user", user.id()));
    return new Outcome.Refused(TokenProblem.REVOKED);
  }
}
