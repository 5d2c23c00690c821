package dev.devsync.auth;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.Texts;
import dev.devsync.users.EmailRule;

/** What somebody sends to register; a role in it is ignored. */
record Registration(String name, String email, String password) {

  private static final int LONGEST_NAME = 100;
  private static final int SHORTEST_PASSWORD = 8;
  private static final String NAME_ERROR = "Name must be between 2 and 100 characters";

  static Registration read(JsonBody body) {
    if (!body.hasValue("name") || !body.hasValue("email") || !body.hasValue("password")) {
      throw missing();
    }
    String name = body.text("name", NAME_ERROR).orElse("");
    if (name.isBlank()) {
      throw missing();
    }
    String email = EmailRule.read(body).orElse("");
    String password =
        body.text(
                "password",
                SHORTEST_PASSWORD,
                Integer.MAX_VALUE,
                "Password must be at least 8 characters long")
            .orElse("");
    if (Texts.length(name) > LONGEST_NAME) {
      throw ApiException.badRequest(NAME_ERROR);
    }
    return new Registration(name, email, password);
  }

  private static ApiException missing() {
    return ApiException.badRequest("Missing required fields");
  }
}
