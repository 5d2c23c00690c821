package dev.devsync.users;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import java.util.regex.Pattern;

/** The one rule for email addresses (conventions, section 3.4). */
public final class EmailRule {

  public static final String ERROR = "Invalid email format";

  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\\.[A-Za-z0-9.-]+");
  private static final int LONGEST = 100;

  private EmailRule() {}

  public static boolean accepts(String email) {
    return email.length() <= LONGEST && EMAIL.matcher(email).matches();
  }

  /** The field {@code email}, refused with 400 if it is there and no address. */
  public static Field<String> read(JsonBody body) {
    Field<String> email = body.text("email", ERROR);
    if (email.value() != null && !accepts(email.value())) {
      throw ApiException.badRequest(ERROR);
    }
    return email;
  }
}
