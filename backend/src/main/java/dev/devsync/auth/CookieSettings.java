package dev.devsync.auth;

import dev.devsync.platform.configuration.StartRefused;
import dev.devsync.platform.configuration.WebSettings;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators say about cookies; blank leaves it to the environment (conventions, section 8.2).
 */
@ConfigurationProperties("devsync.cookies")
record CookieSettings(@DefaultValue("") String secure, @DefaultValue("") String samesite) {

  private static final Set<String> YES = Set.of("1", "true", "yes", "on");

  /** The policy they amount to. */
  Policy policy(WebSettings web) {
    boolean isSecure =
        secure.isBlank() ? web.isProduction() : YES.contains(secure.toLowerCase(Locale.ROOT));
    String sameSite =
        switch (samesite.toLowerCase(Locale.ROOT)) {
          case "none" -> "None";
          case "strict" -> "Strict";
          case "" -> isSecure ? "None" : "Lax";
          default -> "Lax";
        };
    if (sameSite.equals("None") && !isSecure) {
      throw new StartRefused(
          "JWT_COOKIE_SAMESITE=None needs secure cookies; browsers drop them otherwise.",
          "Set JWT_COOKIE_SECURE=true, or another JWT_COOKIE_SAMESITE.");
    }
    return new Policy(isSecure, sameSite);
  }

  record Policy(boolean secure, String sameSite) {}
}
