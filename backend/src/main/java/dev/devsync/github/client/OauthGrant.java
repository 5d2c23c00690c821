package dev.devsync.github.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that GitHub granted.
 *
 * @param refreshToken null unless tokens of the application expire
 * @param lifetime null if the token does not expire
 */
public record OauthGrant(
    String accessToken, @Nullable String refreshToken, @Nullable Duration lifetime) {

  @Override
  public String toString() {
    return "OauthGrant[lifetime=" + lifetime + "]";
  }
}
