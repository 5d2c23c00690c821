package dev.devsync.users;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Role;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.errors.Outage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins do with accounts. */
@Service
class UserAdministration {

  private static final Logger log = LoggerFactory.getLogger(UserAdministration.class);

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
      return transaction.execute(status -> change(id, wanted, hash, admin, true));
    } catch (DuplicateKeyException taken) {
      throw emailInUse();
    }
  }

  /** Audited as a change of the role alone. */
  UserSummary changeRole(int id, Role role, Caller admin) {
    return transaction.execute(status -> change(id, UserChanges.role(role), null, admin, false));
  }

  private UserSummary change(
      int id, UserChanges wanted, @Nullable String hash, Caller admin, boolean auditFields) {
    List<Integer> admins = users.lockAdmins();
    User before = users.findForUpdate(id).orElseThrow(ApiException::resourceNotFound);
    User after = wanted.applyTo(before, hash);
    if (before.role() == Role.ADMIN && after.role() != Role.ADMIN && admins.size() == 1) {
      throw ApiException.badRequest("Cannot demote the last administrator");
    }
    List<String> fields = UserChanges.differences(before, after);
    if (!fields.isEmpty()) {
      users.update(after);
      record(admin, before, after, fields, auditFields);
    }
    return UserSummary.of(after);
  }

  private void record(
      Caller admin, User before, User after, List<String> fields, boolean auditFields) {
    List<DomainEvent> events = new ArrayList<>();
    events.add(new UserUpdated(UserSummary.of(after), fields, before.role(), true));
    if (fields.contains("password")) {
      events.add(
          new PasswordChanged(after.id(), admin.id() == after.id() ? admin.sessionId() : null));
    }
    List<AuditEntry> audit = new ArrayList<>();
    if (auditFields) {
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
    try {
      transaction.executeWithoutResult(status -> deleteNow(id, admin));
    } catch (DataAccessException failure) {
      if (Outage.isBehind(failure)) {
        throw failure;
      }
      log.error("User {} cannot be deleted", id, failure);
      throw ApiException.of(HttpStatus.INTERNAL_SERVER_ERROR, "Failed to delete user");
    }
  }

  private void deleteNow(int id, Caller admin) {
    // Whoever was made a developer meanwhile may not leave the team without an admin.
    if (!users.lockAdmins().contains(admin.id())) {
      throw ApiException.forbidden("Admin access required");
    }
    User user = users.findForUpdate(id).orElseThrow(() -> ApiException.notFound("User not found"));
    users.delete(id, admin.id());
    changes.record(
        admin.actor(),
        new UserDeleted(UserSummary.of(user)),
        AuditEntry.of(
            "user_deleted",
            "user",
            id,
            Map.of("name", user.name(), "email", user.email(), "role", user.role())));
  }

  static ApiException emailInUse() {
    return ApiException.conflict("Email already in use");
  }
}
