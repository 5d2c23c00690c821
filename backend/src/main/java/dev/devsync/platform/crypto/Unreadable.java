package dev.devsync.platform.crypto;

/** A text that was not sealed by this server with a key it still has, or was changed since. */
public final class Unreadable extends Exception {

  Unreadable(String reason) {
    super(reason);
  }
}
