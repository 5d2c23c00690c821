package dev.devsync.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.platform.configuration.StartRefused;
import dev.devsync.platform.configuration.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieSettingsTest {

  private static CookieSettings.Policy policy(String environment, String secure, String sameSite) {
    return new CookieSettings(secure, sameSite)
        .policy(new WebSettings(environment, "http://localhost:3000", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "development, '', '', false, Lax",
    "production, '', '', true, None",
    "production, false, '', false, Lax",
    "development, YES, '', true, None",
    "development, on, strict, true, Strict",
    "development, 1, anything, true, Lax",
    "development, true, NONE, true, None",
    "development, 0, Strict, false, Strict"
  })
  void thePolicyFollowsTheContract(
      String environment, String secure, String sameSite, boolean isSecure, String policy) {
    assertThat(policy(environment, secure, sameSite))
        .isEqualTo(new CookieSettings.Policy(isSecure, policy));
  }

  @Test
  void noneWithoutSecureStopsTheStart() {
    assertThatThrownBy(() -> policy("development", "", "none")).isInstanceOf(StartRefused.class);
  }
}
