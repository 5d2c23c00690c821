package dev.devsync.users;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.platform.errors.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What users do with their own account. */
@Service
class Profiles {

  private final UserRepository users;
  private final Passwords passwords;
  private final ChangeLog changes;
  private final TransactionTemplate transaction;

  Profiles(
      UserRepository users,
      Passwords passwords,
      ChangeLog changes,
      TransactionTemplate transaction) {
    this.users = users;
    this.passwords = passwords;
    this.changes = changes;
    this.transaction = transaction;
  }

  User of(Caller caller) {
    return users.find(caller.id()).orElseThrow(ApiException::resourceNotFound);
  }

  /** The changed user; a wrong current password changes nothing at all. */
  User change(ProfileChanges wanted, Caller caller) {
    NewPassword password = newPassword(wanted, caller);
    try {
      return transaction.execute(status -> change(wanted.fields(), password, caller));
    } catch (DuplicateKeyException taken) {
      throw UserAdministration.emailInUse();
    }
  }

  /** The hashes of the present password, which was checked, and of the new one. */
  private record NewPassword(String present, String hash) {}

  private @Nullable NewPassword newPassword(ProfileChanges wanted, Caller caller) {
    String password = wanted.fields().password().value();
    if (password == null || wanted.currentPassword() == null) {
      return null;
    }
    String present = of(caller).passwordHash();
    if (!passwords.matches(wanted.currentPassword(), present)) {
      throw wrongPassword();
    }
    return new NewPassword(present, passwords.hash(password));
  }

  private static ApiException wrongPassword() {
    return ApiException.badRequest("Current password is incorrect");
  }

  private User change(UserChanges wanted, @Nullable NewPassword password, Caller caller) {
    User before = users.findForUpdate(caller.id()).orElseThrow(ApiException::resourceNotFound);
    if (password != null && !before.passwordHash().equals(password.present())) {
      throw wrongPassword();
    }
    User after = wanted.applyTo(before, password == null ? null : password.hash());
    List<String> fields = UserChanges.differences(before, after);
    if (!fields.isEmpty()) {
      users.update(after);
      record(after, fields, caller);
    }
    return after;
  }

  private void record(User user, List<String> fields, Caller caller) {
    List<DomainEvent> events = new ArrayList<>();
    List<AuditEntry> audit = new ArrayList<>();
    List<String> visible = fields.stream().filter(field -> !field.equals("password")).toList();
    if (!visible.isEmpty()) {
      events.add(new UserUpdated(UserSummary.of(user), visible, user.role(), false));
      audit.add(AuditEntry.of("profile_updated", "user", user.id(), Map.of("fields", visible)));
    }
    if (fields.contains("password")) {
      events.add(new PasswordChanged(user.id(), caller.sessionId()));
      audit.add(AuditEntry.of("password_changed", "user", user.id()));
    }
    changes.record(caller.actor(), events, audit);
  }
}
