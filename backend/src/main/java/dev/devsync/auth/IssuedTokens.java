package dev.devsync.auth;

/** The two tokens of a session, in compact form. */
record IssuedTokens(String access, String refresh) {

  @Override
  public String toString() {
    return "IssuedTokens[...]";
  }
}
