package dev.devsync.notifications;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.ChangeLog;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores notifications and has them sent live, within the transaction of what causes them. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Delivery {

  private final NotificationRepository rows;
  private final ChangeLog changes;

  Delivery(NotificationRepository rows, ChangeLog changes) {
    this.rows = rows;
    this.changes = changes;
  }

  /** The stored notifications, in the order given; people who no longer exist are left out. */
  public List<Notification> deliver(Actor actor, List<Told> told) {
    return told.isEmpty() ? List.of() : announce(actor, rows.insert(told));
  }

  /** Has notifications sent that were stored already. */
  public List<Notification> announce(Actor actor, List<Notification> stored) {
    if (!stored.isEmpty()) {
      changes.record(
          actor,
          stored.stream().map(n -> new NotificationCreated(n.userId(), n)).toList(),
          List.of());
    }
    return stored;
  }
}
