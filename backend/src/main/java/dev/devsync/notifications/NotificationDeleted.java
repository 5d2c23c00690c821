package dev.devsync.notifications;

import dev.devsync.platform.changes.DomainEvent;

/** Somebody has deleted one of their notifications. */
public record NotificationDeleted(int userId, int id) implements DomainEvent {

  @Override
  public String type() {
    return "notification.deleted";
  }
}
