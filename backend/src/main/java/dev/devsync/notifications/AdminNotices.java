package dev.devsync.notifications;

import dev.devsync.admin.SettingsUpdated;
import dev.devsync.platform.access.Actor;
import dev.devsync.users.UserCreated;
import dev.devsync.users.UserDeleted;
import dev.devsync.users.UserSummary;
import dev.devsync.users.UserUpdated;
import java.util.List;
import org.springframework.stereotype.Component;

/** What admins hear of each other's work: accounts and settings. */
@Component
class AdminNotices {

  private final AdminRecipients recipients;

  AdminNotices(AdminRecipients recipients) {
    this.recipients = recipients;
  }

  List<Told> of(UserCreated created, Actor actor) {
    UserSummary user = created.user();
    List<Integer> admins = recipients.admins().stream().filter(id -> id != user.id()).toList();
    String message = "%s now has an account, as %s.".formatted(user.name(), user.role().wireName());
    return new Audience(actor)
        .tell(admins, about(user, "user_created", "New User Created", message))
        .told();
  }

  /** What users change about themselves is nobody else's business. */
  List<Told> of(UserUpdated updated, Actor actor) {
    UserSummary user = updated.user();
    if (updated.changedRole()) {
      String message = "%s is now %s.".formatted(user.name(), user.role().wireName());
      return tellAdmins(actor, about(user, "user_role_changed", "User Role Changed", message));
    }
    if (!updated.byAdministration()) {
      return List.of();
    }
    String message =
        "The account of %s was changed: %s."
            .formatted(user.name(), String.join(", ", updated.fields()));
    return tellAdmins(actor, about(user, "user_updated", "User Updated", message));
  }

  List<Told> of(UserDeleted deleted, Actor actor) {
    String message = "The account of %s was deleted.".formatted(deleted.user().name());
    return tellAdmins(actor, about(deleted.user(), "user_deleted", "User Deleted", message));
  }

  List<Told> of(SettingsUpdated updated, Actor actor) {
    String message = "Changed settings: %s.".formatted(String.join(", ", updated.keys()));
    return tellAdmins(
        actor, Notice.of("settings_updated", "System Settings Updated", message, null, null));
  }

  private List<Told> tellAdmins(Actor actor, Notice notice) {
    return new Audience(actor).tell(recipients.admins(), notice).told();
  }

  private static Notice about(UserSummary user, String type, String title, String message) {
    return Notice.of(type, title, message, user.id(), null);
  }
}
