package dev.devsync.users;

import dev.devsync.platform.changes.DomainEvent;

/** Somebody registered or was given an account. */
public record UserCreated(UserSummary user) implements DomainEvent {

  public static UserCreated of(User user) {
    return new UserCreated(UserSummary.of(user));
  }

  @Override
  public String type() {
    return "user.created";
  }
}
