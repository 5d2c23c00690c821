package dev.devsync.users;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.platform.errors.ApiException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins do with accounts. */
@Service
class UserAdministration {

  private final UserRepository users;
  private final Passwords passwords;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  UserAdministration(
      UserRepository users,
      Passwords passwords,
      ChangeLog changes,
      TransactionTemplate transaction,
      Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  UserSummary create(NewUser wanted, Caller admin) {
    String hash = passwords.hash(wanted.password());
    return transaction.execute(
        status -> {
          Role role = wanted.role() == null ? Role.DEVELOPER : wanted.role();
          User user =
              users
                  .insert(wanted.name(), wanted.email(), hash, role, clock.instant())
                  .orElseThrow(UserAdministration::emailInUse);
          changes.record(
              admin.actor(),
              UserCreated.of(user),
              AuditEntry.of("user_created", "user", user.id(), Map.of("role", role)));
          return UserSummary.of(user);
        });
  }

  UserSummary update(int id, UserChanges wanted, Caller admin) {
    String hash =
        wanted.password().value() == null ? null : passwords.hash(wanted.password().value());
    try {
      return transaction.execute(status -> change(id, wanted, hash, admin));
    } catch (DuplicateKeyException taken) {
      throw emailInUse();
    }
  }

  private UserSummary change(int id, UserChanges wanted, @Nullable String hash, Caller admin) {
    List<Integer> admins = users.lockAdmins();
    User before = users.findForUpdate(id).orElseThrow(ApiException::resourceNotFound);
    User after = wanted.applyTo(before, hash);
    if (before.role() == Role.ADMIN && after.role() != Role.ADMIN && admins.size() == 1) {
      throw ApiException.badRequest("Cannot demote the last administrator");
    }
    List<String> fields = UserChanges.differences(before, after);
    if (!fields.isEmpty()) {
      users.update(after);
      record(admin, before, after, fields);
    }
    return UserSummary.of(after);
  }

  private void record(Caller admin, User before, User after, List<String> fields) {
    List<DomainEvent> events = new ArrayList<>();
    events.add(new UserUpdated(UserSummary.of(after), fields, before.role(), true));
    if (fields.contains("password")) {
      events.add(
          new PasswordChanged(after.id(), admin.id() == after.id() ? admin.sessionId() : null));
    }
    List<AuditEntry> audit = new ArrayList<>();
    if (!fields.equals(List.of("role"))) {
      audit.add(
          AuditEntry.of(
              "user_updated", "user", after.id(), Map.of("role", after.role(), "fields", fields)));
    }
    if (before.role() != after.role()) {
      audit.add(
          AuditEntry.of(
              "user_role_changed",
              "user",
              after.id(),
              Map.of("old_role", before.role(), "new_role", after.role())));
    }
    changes.record(admin.actor(), events, audit);
  }

  void delete(int id, Caller admin) {
    if (id == admin.id()) {
      throw ApiException.badRequest("You cannot delete your own account");
    }
    transaction.executeWithoutResult(
        status -> {
          User user =
              users.findForUpdate(id).orElseThrow(() -> ApiException.notFound("User not found"));
          users.delete(id, admin.id());
          changes.record(
              admin.actor(),
              new UserDeleted(UserSummary.of(user)),
              AuditEntry.of(
                  "user_deleted",
                  "user",
                  id,
                  Map.of("name", user.name(), "email", user.email(), "role", user.role())));
        });
  }

  static ApiException emailInUse() {
    return ApiException.conflict("Email already in use");
  }
}
