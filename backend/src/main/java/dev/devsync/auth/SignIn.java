package dev.devsync.auth;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.users.Passwords;
import dev.devsync.users.User;
import dev.devsync.users.UserRepository;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks credentials and opens sessions. Unknown emails and wrong passwords look and take the same.
 */
@Service
class SignIn {

  private final UserRepository users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;

  SignIn(
      UserRepository users,
      Passwords passwords,
      Sessions sessions,
      ChangeLog changes,
      TransactionTemplate transaction) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.changes = changes;
    this.transaction = transaction;
  }

  /** Signs in and audits it. */
  SignedIn signIn(Credentials credentials, Origin origin) {
    return open(check(credentials, origin), credentials, origin, true);
  }

  /** Signs in a program, which is not audited unless it fails. */
  SignedIn issueToken(Credentials credentials, Origin origin) {
    return open(check(credentials, origin), credentials, origin, false);
  }

  private User check(Credentials credentials, Origin origin) {
    Optional<User> user = users.findByEmail(credentials.email());
    if (user.isEmpty()) {
      passwords.pretendToMatch(credentials.password());
    } else if (passwords.matches(credentials.password(), user.get().passwordHash())) {
      return user.get();
    }
    throw refused(credentials.email(), user, origin);
  }

  /** The password may have been changed since it was checked, which ends all sessions. */
  private SignedIn open(User user, Credentials credentials, Origin origin, boolean audited) {
    Optional<SignedIn> opened =
        transaction.execute(
            status ->
                users
                    .findUnchanging(user.id())
                    .filter(now -> now.passwordHash().equals(user.passwordHash()))
                    .map(now -> openNow(now, origin, audited)));
    return opened.orElseThrow(() -> refused(credentials.email(), Optional.of(user), origin));
  }

  private SignedIn openNow(User user, Origin origin, boolean audited) {
    if (audited) {
      changes.audit(
          Actor.user(user.id(), user.role(), origin),
          AuditEntry.of("user_login", "user", user.id()));
    }
    return new SignedIn(user, sessions.open(user, origin));
  }

  private ApiException refused(String email, Optional<User> user, Origin origin) {
    auditFailure(email, user, origin);
    return ApiException.unauthorized("Invalid email or password");
  }

  private void auditFailure(String email, Optional<User> user, Origin origin) {
    String id = user.map(known -> Integer.toString(known.id())).orElse(null);
    transaction.executeWithoutResult(
        status ->
            changes.audit(
                Actor.anonymous(origin),
                new AuditEntry("user_login_failed", "user", id, Map.of("email", email))));
  }
}
