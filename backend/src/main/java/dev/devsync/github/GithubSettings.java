package dev.devsync.github;

import com.github.kagkarlsson.scheduler.task.schedule.DisabledSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.devsync.platform.configuration.StartRefused;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this server and GitHub know each other (conventions, section 12).
 *
 * @param clientId of the OAuth application, null if there is none
 * @param redirectUri what the variable says, null if it is unset
 * @param webhookSecret for repositories without a secret of their own
 * @param syncIntervalSeconds pause between polls; 0 switches polling off
 * @param apiUrl base of API calls, without a trailing slash
 * @param oauthUrl base of the consent page and the code exchange, without a trailing slash
 */
@ConfigurationProperties("devsync.github")
public record GithubSettings(
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String redirectUri,
    @Nullable String webhookSecret,
    @DefaultValue("300") int syncIntervalSeconds,
    @DefaultValue("https://api.github.com") String apiUrl,
    @DefaultValue("https://github.com") String oauthUrl) {

  private static final String DEFAULT_REDIRECT = "http://localhost:8000/api/v1/github/callback";

  public GithubSettings {
    clientId = blankIsNull(clientId);
    clientSecret = blankIsNull(clientSecret);
    redirectUri = blankIsNull(redirectUri);
    webhookSecret = blankIsNull(webhookSecret);
    apiUrl = base("GITHUB_API_URL", apiUrl);
    oauthUrl = base("GITHUB_OAUTH_URL", oauthUrl);
    if (syncIntervalSeconds < 0) {
      throw new StartRefused(
          "GITHUB_SYNC_INTERVAL_SECONDS is negative.",
          "Set it to a number of seconds, or 0 to switch polling off.");
    }
  }

  /** Whether any part of the OAuth application is set. */
  public boolean isMentioned() {
    return clientId != null || clientSecret != null;
  }

  /** Whether accounts can be connected. */
  public boolean isComplete() {
    return clientId != null && clientSecret != null;
  }

  /** Where GitHub sends the browser back to. */
  public String callback() {
    return redirectUri == null ? DEFAULT_REDIRECT : redirectUri;
  }

  /** When to poll: every so often, or never. */
  public Schedule polling() {
    return syncIntervalSeconds == 0
        ? new DisabledSchedule()
        : FixedDelay.of(Duration.ofSeconds(syncIntervalSeconds));
  }

  private static @Nullable String blankIsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String base(String variable, String url) {
    String scheme = URI.create(url.strip()).getScheme();
    if (!"https".equals(scheme) && !"http".equals(scheme)) {
      throw new StartRefused(
          variable + " is not a web address.", "Set it to https://host or https://host/path.");
    }
    return url.strip().replaceAll("/+$", "");
  }

  @Override
  public String toString() {
    return "GithubSettings[apiUrl=%s, oauthUrl=%s, complete=%s]"
        .formatted(apiUrl, oauthUrl, isComplete());
  }
}
