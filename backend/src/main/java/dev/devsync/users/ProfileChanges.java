package dev.devsync.users;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import org.jspecify.annotations.Nullable;

/** What users change about themselves. */
record ProfileChanges(UserChanges fields, @Nullable String currentPassword) {

  static ProfileChanges read(JsonBody body) {
    Field<String> email = EmailRule.read(body);
    Field<String> name = UserFields.name(body);
    Field<String> github = UserFields.githubUsername(body);
    String both = "Both current password and new password are required for password change";
    Field<String> current = body.text("current_password", both);
    Field<String> wanted = body.text("new_password", both);
    if (current.orElse("").isEmpty() != wanted.orElse("").isEmpty()) {
      throw ApiException.badRequest(both);
    }
    if (wanted.orElse("").isEmpty()) {
      return new ProfileChanges(
          new UserChanges(email, name, Field.absent(), Field.absent(), github), null);
    }
    Field<String> password =
        body.text(
            "new_password",
            UserFields.SHORTEST_PASSWORD,
            Integer.MAX_VALUE,
            "New password must be at least 8 characters long");
    return new ProfileChanges(
        new UserChanges(email, name, Field.absent(), password, github), current.value());
  }

  /** How the API documents the request. */
  record Documented(
      @Nullable String name,
      @Nullable String email,
      @Nullable String githubUsername,
      @Nullable String currentPassword,
      @Nullable String newPassword) {}
}
