package dev.devsync.notifications;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Message;
import dev.devsync.platform.web.Paging;
import dev.devsync.platform.web.Refuses;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own notifications. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

  private final Inbox inbox;

  NotificationController(Inbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping
  @Requires(Right.HANDLE_OWN_NOTIFICATIONS)
  NotificationList listNotifications(
      @RequestParam(name = "is_read", required = false) @Nullable String isRead,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(name = "per_page", required = false) @Nullable String perPage,
      Caller caller) {
    Paging paging = page == null && perPage == null ? null : Paging.of(page, perPage, 50, 100);
    return inbox.list(bool(isRead), paging, caller);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Right.CREATE_NOTIFICATION)
  @Refuses(404)
  NotificationAnswer createNotification(
      @Body(NewNotification.Documented.class) JsonBody body, Caller caller) {
    Notification notification = inbox.send(NewNotification.read(body), caller);
    return new NotificationAnswer("Notification created successfully", notification);
  }

  @PutMapping("/{id:\\d+}/read")
  @Requires(Right.HANDLE_OWN_NOTIFICATIONS)
  Message markNotificationRead(@PathVariable int id, Caller caller) {
    inbox.markRead(id, caller);
    return new Message("Notification marked as read");
  }

  @PutMapping("/read-all")
  @Requires(Right.HANDLE_OWN_NOTIFICATIONS)
  Message markAllNotificationsRead(Caller caller) {
    inbox.markAllRead(caller);
    return new Message("All notifications marked as read");
  }

  @DeleteMapping("/{id:\\d+}")
  @Requires(Right.HANDLE_OWN_NOTIFICATIONS)
  Message deleteNotification(@PathVariable int id, Caller caller) {
    inbox.delete(id, caller);
    return new Message("Notification deleted");
  }

  private static @Nullable Boolean bool(@Nullable String text) {
    return switch (text == null ? "" : text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  record NotificationAnswer(String message, Notification notification) {}
}
