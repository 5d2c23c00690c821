package dev.devsync.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.platform.configuration.StartRefused;
import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.platform.crypto.SecretBoxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegrationTest {

  private static GithubSettings settings(String clientId, int interval, String apiUrl) {
    return new GithubSettings(clientId, null, null, null, interval, apiUrl, "https://github.com");
  }

  private static void start(String environment, String clientId, String... keys) {
    new Integration(
        null,
        settings(clientId, 300, "https://api.github.com"),
        new WebSettings(environment, "http://localhost:3000", ""),
        SecretBoxes.with(keys));
  }

  @Test
  void inProductionGithubNeedsAKeyForItsTokens() {
    assertThatThrownBy(() -> start("production", "Iv1.id"))
        .isInstanceOfSatisfying(
            StartRefused.class,
            refusal -> assertThat(refusal.remedy()).contains("TOKEN_ENCRYPTION_KEY"));
    assertThatCode(() -> start("production", "Iv1.id", "a long random key"))
        .doesNotThrowAnyException();
    assertThatCode(() -> start("production", " ")).doesNotThrowAnyException();
    assertThatCode(() -> start("development", "Iv1.id")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"-1, https://api.github.com", "300, ftp://api.github.com", "300, api.github.com"})
  void settingsThatCannotWorkRefuseTheStart(int interval, String apiUrl) {
    assertThatThrownBy(() -> settings("Iv1.id", interval, apiUrl)).isInstanceOf(StartRefused.class);
  }
}
