package dev.devsync.users;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import org.jspecify.annotations.Nullable;

/** An account an admin creates; without a role it is a developer's. */
record NewUser(String name, String email, String password, @Nullable Role role) {

  static NewUser read(JsonBody body) {
    if (isBlank(body, "name") || isBlank(body, "email") || isBlank(body, "password")) {
      throw ApiException.badRequest("Missing required fields");
    }
    Field<String> email = EmailRule.read(body);
    Field<String> name = UserFields.name(body);
    Field<Role> role = UserFields.role(body);
    Field<String> password = UserFields.password(body);
    return new NewUser(
        name.orElse(""), email.orElse(""), password.orElse(""), role.orElse(Role.DEVELOPER));
  }

  /** The client sends untouched fields as empty strings. */
  private static boolean isBlank(JsonBody body, String field) {
    return !body.hasValue(field) || body.text(field, field + " is invalid").orElse("").isEmpty();
  }
}
