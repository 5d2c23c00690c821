package dev.devsync.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.devsync.platform.web.Pagination;
import dev.devsync.platform.web.StreamedAnswer;
import dev.devsync.platform.web.StreamedList;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's notifications.
 *
 * @param unreadCount of all unread ones, whatever the list shows
 * @param pagination only if a page was asked for
 */
record NotificationList(
    StreamedList<Notification> notifications,
    int unreadCount,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pagination pagination)
    implements StreamedAnswer {}
