package dev.devsync.notifications;

import dev.devsync.platform.changes.DomainEvent;
import java.util.List;

/**
 * Somebody has read notifications, and their other screens should say so.
 *
 * @param ids which ones; empty if all
 */
public record NotificationsRead(int userId, List<Integer> ids, boolean all) implements DomainEvent {

  @Override
  public String type() {
    return "notification.read";
  }
}
