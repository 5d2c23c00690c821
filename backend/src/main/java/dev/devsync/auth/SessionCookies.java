package dev.devsync.auth;

import dev.devsync.platform.configuration.WebSettings;
import dev.devsync.platform.security.TokenType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sets and clears the two cookies of a session. */
@Component
class SessionCookies {

  private final CookieSettings.Policy policy;

  SessionCookies(CookieSettings settings, WebSettings web) {
    this.policy = settings.policy(web);
  }

  void set(HttpServletResponse response, IssuedTokens tokens) {
    add(response, TokenType.ACCESS, tokens.access(), "");
    add(response, TokenType.REFRESH, tokens.refresh(), "");
  }

  void clear(HttpServletResponse response) {
    String expired = "; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    add(response, TokenType.ACCESS, "", expired);
    add(response, TokenType.REFRESH, "", expired);
  }

  private void add(HttpServletResponse response, TokenType type, String value, String expiry) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        type.cookieName()
            + "="
            + value
            + expiry
            + "; Path=/; HttpOnly; SameSite="
            + policy.sameSite()
            + (policy.secure() ? "; Secure" : ""));
  }
}
