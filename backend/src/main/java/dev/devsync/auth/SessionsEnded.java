package dev.devsync.auth;

import dev.devsync.platform.changes.DomainEvent;
import java.util.List;
import java.util.UUID;

/** Sessions of a user are over; their tokens and sockets are no longer good. */
public record SessionsEnded(int userId, List<UUID> sessions, String reason) implements DomainEvent {

  /** The reason when a replaced refresh token came back. */
  public static final String TOKEN_REUSED = "refresh_token_reused";

  @Override
  public String type() {
    return "session.ended";
  }
}
