package dev.devsync.users;

import dev.devsync.platform.changes.DomainEvent;

/** A user is gone. */
public record UserDeleted(UserSummary user) implements DomainEvent {

  @Override
  public String type() {
    return "user.deleted";
  }
}
