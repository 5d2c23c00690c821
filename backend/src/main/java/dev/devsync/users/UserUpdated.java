package dev.devsync.users;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.changes.DomainEvent;
import java.util.List;

/**
 * A user changed.
 *
 * @param fields names of the changed fields
 * @param oldRole equal to the user's role unless that changed
 * @param byAdministration whether an admin did it, rather than the user through the profile
 */
public record UserUpdated(
    UserSummary user, List<String> fields, Role oldRole, boolean byAdministration)
    implements DomainEvent {

  public boolean changedRole() {
    return user.role() != oldRole;
  }

  @Override
  public String type() {
    return changedRole() ? "user.role_changed" : "user.updated";
  }
}
