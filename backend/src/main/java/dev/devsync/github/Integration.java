package dev.devsync.github;

import dev.devsync.admin.SystemSettings;
import dev.devsync.platform.configuration.StartRefused;
import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.errors.ApiException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whether GitHub may be used at all: an admin can switch it off, and a server without keys must not
 * start with it.
 */
@Component
public class Integration {

  private final SystemSettings settings;

  Integration(SystemSettings settings, GithubSettings github, WebSettings web, SecretBox box) {
    this.settings = settings;
    if (github.isMentioned() && web.isProduction() && !box.isUsable()) {
      throw new StartRefused(
          "GitHub is configured, but TOKEN_ENCRYPTION_KEY is not set.",
          "Set TOKEN_ENCRYPTION_KEY to a long random value, for example the output of: openssl rand -base64 48");
    }
  }

  public boolean isEnabled() {
    return settings.current().githubIntegrationEnabled();
  }

  /** Passes unless an admin has switched the integration off (503). */
  public void requireEnabled() {
    if (!isEnabled()) {
      throw unavailable("GitHub integration is disabled");
    }
  }

  /** The contract's 503. */
  public static ApiException unavailable(String reason) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("error", reason);
    body.put("message", "GitHub integration is not available at this time.");
    return ApiException.of(HttpStatus.SERVICE_UNAVAILABLE, body);
  }
}
