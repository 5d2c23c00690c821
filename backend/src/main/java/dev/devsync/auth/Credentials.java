package dev.devsync.auth;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.users.EmailRule;

/** What somebody signs in with. */
record Credentials(String email, String password) {

  private static final String REQUIRED = "Email and password required";

  static Credentials read(JsonBody body) {
    if (body.text("email", EmailRule.ERROR).orElse("").isEmpty()
        || body.text("password", REQUIRED).orElse("").isEmpty()) {
      throw ApiException.badRequest(REQUIRED);
    }
    return new Credentials(
        EmailRule.read(body).orElse(""), body.text("password", REQUIRED).orElse(""));
  }

  @Override
  public String toString() {
    return "Credentials[...]";
  }
}
