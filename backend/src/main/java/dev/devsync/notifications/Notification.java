package dev.devsync.notifications;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification as it appears on the wire and is sent live (contract, rest section 1.5). Several
 * fields have two names because clients of different ages read different ones.
 *
 * @param referenceId the id, as text, of what it is about
 */
public record Notification(
    int id,
    int userId,
    String notificationType,
    String type,
    String title,
    String message,
    String content,
    @Nullable String referenceId,
    @Nullable Integer taskId,
    @JsonProperty("is_read") boolean isRead,
    boolean read,
    Instant createdAt,
    Instant timestamp,
    @Nullable Instant readAt) {}
