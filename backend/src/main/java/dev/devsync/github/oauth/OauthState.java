package dev.devsync.github.oauth;

import dev.devsync.platform.crypto.Purpose;
import dev.devsync.platform.crypto.SecretBox;
import dev.devsync.platform.crypto.Unreadable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What GitHub hands back to prove that a connection was begun here, and by whom. On the wire it is
 * sealed: opaque, authenticated and URL-safe.
 */
record OauthState(int userId, UUID nonce, Instant expiresAt) {

  String sealed(SecretBox box) {
    return box.seal(Purpose.OAUTH_STATE, userId + " " + nonce + " " + expiresAt.getEpochSecond());
  }

  /** The state in this text; empty if this server did not make it. */
  static Optional<OauthState> opened(SecretBox box, String text) {
    try {
      String[] parts = box.open(Purpose.OAUTH_STATE, text).split(" ");
      return Optional.of(
          new OauthState(
              Integer.parseInt(parts[0]),
              UUID.fromString(parts[1]),
              Instant.ofEpochSecond(Long.parseLong(parts[2]))));
    } catch (Unreadable foreign) {
      return Optional.empty();
    }
  }
}
