package dev.devsync.github;

import dev.devsync.platform.changes.DomainEvent;

/** A user connected a GitHub account. */
public record GithubConnected(int userId, String githubUsername) implements DomainEvent {

  @Override
  public String type() {
    return "github.connected";
  }
}
