package dev.devsync.notifications;

import dev.devsync.platform.changes.DomainEvent;

/** Somebody has a new notification, to be shown on all their screens. */
public record NotificationCreated(int userId, Notification notification) implements DomainEvent {

  @Override
  public String type() {
    return "notification.created";
  }
}
