package dev.devsync.notifications;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.Paging;
import dev.devsync.tasks.TaskAccess;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their notifications. */
@Service
class Inbox {

  private final NotificationRepository rows;
  private final Delivery delivery;
  private final TaskAccess tasks;
  private final ChangeLog changes;

  Inbox(NotificationRepository rows, Delivery delivery, TaskAccess tasks, ChangeLog changes) {
    this.rows = rows;
    this.delivery = delivery;
    this.tasks = tasks;
    this.changes = changes;
  }

  /**
   * The caller's notifications, newest first.
   *
   * @param read to see only read or only unread ones
   * @param paging null for all at once
   */
  public NotificationList list(@Nullable Boolean read, @Nullable Paging paging, Caller caller) {
    return new NotificationList(
        rows.of(caller.id(), read, paging),
        rows.unread(caller.id()),
        paging == null ? null : Pagination.of(paging, rows.count(caller.id(), read)));
  }

  /** Stores a notification for the caller or, if the caller is a manager, for anybody. */
  @Transactional
  public Notification send(NewNotification wanted, Caller caller) {
    boolean anybody = caller.has(Right.CREATE_NOTIFICATION, Set.of());
    int recipient = anybody && wanted.userId() != null ? wanted.userId() : caller.id();
    Integer task = wanted.notice().taskId();
    if (task != null && tasks.find(caller, task).isEmpty()) {
      throw ApiException.notFound("Task not found");
    }
    return delivery.deliver(caller.actor(), List.of(new Told(recipient, wanted.notice()))).stream()
        .findFirst()
        .orElseThrow(() -> ApiException.notFound("User not found"));
  }

  /** Marking again changes nothing, not even when it was first read. */
  @Transactional
  public void markRead(int id, Caller caller) {
    if (rows.markRead(caller.id(), id) > 0) {
      changes.record(caller.actor(), new NotificationsRead(caller.id(), List.of(id), false));
    } else {
      requireOwn(id, caller);
    }
  }

  @Transactional
  public void markAllRead(Caller caller) {
    if (rows.markRead(caller.id(), null) > 0) {
      changes.record(caller.actor(), new NotificationsRead(caller.id(), List.of(), true));
    }
  }

  @Transactional
  public void delete(int id, Caller caller) {
    if (!rows.delete(caller.id(), id)) {
      requireOwn(id, caller);
      throw ApiException.resourceNotFound();
    }
    changes.record(caller.actor(), new NotificationDeleted(caller.id(), id));
  }

  private void requireOwn(int id, Caller caller) {
    int recipient = rows.recipient(id).orElseThrow(ApiException::resourceNotFound);
    if (recipient != caller.id()) {
      throw ApiException.notFound("Notification not found");
    }
  }
}
