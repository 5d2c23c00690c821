package dev.devsync.github;

import dev.devsync.platform.changes.DomainEvent;

/**
 * A user's GitHub account is no longer connected.
 *
 * @param tokenRefused whether GitHub refused the token, rather than the user disconnecting
 */
public record GithubDisconnected(int userId, boolean tokenRefused) implements DomainEvent {

  @Override
  public String type() {
    return "github.disconnected";
  }
}
