package dev.devsync.users;

import dev.devsync.platform.access.Role;

/** A user as administration answers show them. */
public record UserSummary(int id, String name, String email, Role role) {

  static UserSummary of(User user) {
    return new UserSummary(user.id(), user.name(), user.email(), user.role());
  }
}
