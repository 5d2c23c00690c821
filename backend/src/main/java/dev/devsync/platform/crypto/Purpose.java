package dev.devsync.platform.crypto;

/** What a sealed text is for. A text sealed for one purpose cannot be opened for another. */
public enum Purpose {
  GITHUB_TOKEN,
  WEBHOOK_SECRET,
  OAUTH_STATE
}
