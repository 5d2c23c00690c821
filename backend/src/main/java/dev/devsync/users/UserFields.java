package dev.devsync.users;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import java.util.Arrays;
import java.util.List;

/** Reads the fields people have, with the messages of the contract. */
final class UserFields {

  static final int SHORTEST_PASSWORD = 8;

  private static final List<String> ROLES =
      Arrays.stream(Role.values()).map(Role::wireName).toList();
  private static final String NAME_ERROR = "Name must be between 2 and 100 characters";

  private UserFields() {}

  static Field<String> name(JsonBody body) {
    Field<String> name = body.text("name", 2, 100, NAME_ERROR);
    if (name.value() != null && name.value().isBlank()) {
      throw ApiException.badRequest(NAME_ERROR);
    }
    return name;
  }

  static Field<Role> role(JsonBody body) {
    return body.oneOf("role", ROLES, "Role must be one of: developer, team_lead, admin")
        .map(word -> Role.named(word).orElseThrow());
  }

  static Field<String> password(JsonBody body) {
    return body.text(
        "password",
        SHORTEST_PASSWORD,
        Integer.MAX_VALUE,
        "Password must be at least 8 characters long");
  }

  static Field<String> githubUsername(JsonBody body) {
    return body.text("github_username", 0, 100, "github_username is invalid");
  }
}
