package dev.devsync.platform.ratelimit;

import dev.devsync.platform.configuration.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The limit for all paths together: so many requests in so many seconds, per client. */
@ConfigurationProperties("devsync.rate-limit")
record RateLimitSettings(@DefaultValue("300") int requests, @DefaultValue("60") int windowSeconds) {

  RateLimitSettings {
    if (requests < 1 || windowSeconds < 1) {
      throw new StartRefused(
          "The rate limit must allow something.",
          "Set RATE_LIMIT_REQUESTS_PER_WINDOW and RATE_LIMIT_WINDOW_SECONDS to whole numbers above 0.");
    }
  }

  Duration window() {
    return Duration.ofSeconds(windowSeconds);
  }
}
