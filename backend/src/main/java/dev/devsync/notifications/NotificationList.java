package dev.devsync.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.devsync.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's notifications.
 *
 * @param unreadCount of all unread ones, whatever the list shows
 * @param pagination only if a page was asked for
 */
record NotificationList(
    List<Notification> notifications,
    int unreadCount,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pagination pagination) {}
