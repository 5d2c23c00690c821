package dev.devsync.github.oauth;

import dev.devsync.github.GithubSettings;
import org.jspecify.annotations.Nullable;

/** What is configured, without giving any of it away. */
record ConfigCheck(
    ConfigStatus configStatus,
    @Nullable String clientId,
    @Nullable String redirectUri,
    String frontendUrl) {

  record ConfigStatus(boolean clientIdSet, boolean clientSecretSet, boolean redirectUriSet) {}

  static ConfigCheck of(GithubSettings settings, String frontendUrl) {
    return new ConfigCheck(
        new ConfigStatus(
            settings.clientId() != null,
            settings.clientSecret() != null,
            settings.redirectUri() != null),
        masked(settings.clientId()),
        settings.redirectUri(),
        frontendUrl);
  }

  private static @Nullable String masked(@Nullable String clientId) {
    return clientId == null ? null : clientId.substring(0, Math.min(4, clientId.length())) + "****";
  }
}
