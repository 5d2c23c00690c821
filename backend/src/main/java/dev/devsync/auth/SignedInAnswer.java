package dev.devsync.auth;

import dev.devsync.platform.access.Role;
import org.jspecify.annotations.Nullable;

/** The answer to registration and sign-in; clients keep the token. */
record SignedInAnswer(String message, SignedInUser user) {

  static SignedInAnswer of(String message, SignedIn signedIn) {
    return new SignedInAnswer(
        message,
        new SignedInUser(
            signedIn.user().id(),
            signedIn.user().name(),
            signedIn.user().email(),
            signedIn.user().role(),
            signedIn.tokens().access(),
            signedIn.user().githubConnected(),
            signedIn.user().githubUsername()));
  }

  record SignedInUser(
      int id,
      String name,
      String email,
      Role role,
      String token,
      boolean githubConnected,
      @Nullable String githubUsername) {}
}
