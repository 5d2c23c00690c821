package dev.devsync.users;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to change of a user; absent fields stay. */
record UserChanges(
    Field<String> email,
    Field<String> name,
    Field<Role> role,
    Field<String> password,
    Field<String> githubUsername) {

  /** As an admin may send it. An empty password means the present one. */
  static UserChanges read(JsonBody body) {
    Field<String> email = EmailRule.read(body);
    Field<String> name = UserFields.name(body);
    Field<Role> role = UserFields.role(body);
    Field<String> password =
        body.text("password", "Password must be at least 8 characters long").orElse("").isEmpty()
            ? Field.absent()
            : UserFields.password(body);
    return new UserChanges(email, name, role, password, UserFields.githubUsername(body));
  }

  /** Only a new role. */
  static UserChanges role(Role role) {
    return new UserChanges(
        Field.absent(), Field.absent(), Field.of(role), Field.absent(), Field.absent());
  }

  /** The user as they will be; the hash is that of the new password, if there is one. */
  User applyTo(User user, @Nullable String newHash) {
    return new User(
        user.id(),
        name.orElse(user.name()),
        email.orElse(user.email()),
        newHash == null ? user.passwordHash() : newHash,
        role.orElse(user.role()),
        githubUsername.orStored(user.githubUsername()),
        user.githubConnected(),
        user.createdAt());
  }

  /** Names of the fields in which the two differ. */
  static List<String> differences(User before, User after) {
    List<String> fields = new ArrayList<>();
    addIf(fields, "name", !before.name().equals(after.name()));
    addIf(fields, "email", !before.email().equals(after.email()));
    addIf(fields, "role", before.role() != after.role());
    addIf(fields, "password", !before.passwordHash().equals(after.passwordHash()));
    addIf(
        fields,
        "github_username",
        !Objects.equals(before.githubUsername(), after.githubUsername()));
    return fields;
  }

  private static void addIf(List<String> fields, String name, boolean changed) {
    if (changed) {
      fields.add(name);
    }
  }

  /** How the API documents the request. */
  record Documented(
      @Nullable String name,
      @Nullable String email,
      @Nullable Role role,
      @Nullable String password,
      @Nullable String githubUsername) {}
}
