package dev.devsync.github.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Whether an account is connected.
 *
 * @param username empty when it is not, null when it is and its name is unknown
 */
public record AccountStatus(
    boolean connected, @Nullable String username, @Nullable String githubUsername) {

  static AccountStatus of(boolean connected, @Nullable String name) {
    String shown = connected ? name : "";
    return new AccountStatus(connected, shown, shown);
  }
}
