package dev.devsync.platform.configuration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How tokens are signed and how long they live (conventions, section 8.1). */
@ConfigurationProperties("devsync.tokens")
public record TokenSettings(
    @Nullable String secret,
    @DefaultValue("HS256") String algorithm,
    @DefaultValue("60") int accessMinutes,
    @DefaultValue("30") int refreshDays) {

  public TokenSettings {
    secret = secret == null || secret.isBlank() ? null : secret;
    if (accessMinutes < 1 || refreshDays < 1) {
      throw new StartRefused(
          "Token lifetimes must be positive.",
          "Set ACCESS_TOKEN_EXPIRE_MINUTES and JWT_REFRESH_TOKEN_EXPIRE_DAYS to whole numbers above 0.");
    }
  }

  public Duration accessLifetime() {
    return Duration.ofMinutes(accessMinutes);
  }

  public Duration refreshLifetime() {
    return Duration.ofDays(refreshDays);
  }
}
