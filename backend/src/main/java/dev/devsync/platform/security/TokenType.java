package dev.devsync.platform.security;

import java.util.Locale;

/** The two tokens of a session, with the cookie each travels in. */
public enum TokenType {
  ACCESS("access_token_cookie"),
  REFRESH("refresh_token_cookie");

  private final String cookieName;

  TokenType(String cookieName) {
    this.cookieName = cookieName;
  }

  public String cookieName() {
    return cookieName;
  }

  /** The value of the {@code type} claim. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }
}
