package dev.devsync.auth;

import dev.devsync.admin.Settings;
import dev.devsync.admin.SystemSettings;
import dev.devsync.platform.access.Actor;
import dev.devsync.platform.access.Origin;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.users.Passwords;
import dev.devsync.users.User;
import dev.devsync.users.UserCreated;
import dev.devsync.users.UserRepository;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people open accounts themselves. The first becomes the admin. */
@Service
class Registrations {

  private final UserRepository users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SystemSettings settings;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Registrations(
      UserRepository users,
      Passwords passwords,
      Sessions sessions,
      SystemSettings settings,
      ChangeLog changes,
      TransactionTemplate transaction,
      Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.settings = settings;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  SignedIn register(Registration wanted, Origin origin) {
    // Refused before hashing where that is certain, so that a closed door costs nothing.
    transaction.executeWithoutResult(status -> roleFor(wanted));
    String hash = passwords.hash(wanted.password());
    return transaction.execute(status -> create(wanted, hash, origin));
  }

  private SignedIn create(Registration wanted, String hash, Origin origin) {
    users.lockRegistrations();
    User user =
        users
            .insert(wanted.name(), wanted.email(), hash, roleFor(wanted), clock.instant())
            .orElseThrow(Registrations::taken);
    changes.record(
        Actor.user(user.id(), user.role(), origin),
        UserCreated.of(user),
        AuditEntry.of("user_registered", "user", user.id()));
    return new SignedIn(user, sessions.open(user, origin));
  }

  private Role roleFor(Registration wanted) {
    if (users.isEmpty()) {
      return Role.ADMIN;
    }
    if (users.findByEmail(wanted.email()).isPresent()) {
      throw taken();
    }
    Settings current = settings.current();
    if (!current.allowSelfRegistration()) {
      throw ApiException.forbidden("User registration is currently disabled by an administrator");
    }
    return current.defaultUserRole();
  }

  private static ApiException taken() {
    return ApiException.conflict("Email already registered");
  }
}
