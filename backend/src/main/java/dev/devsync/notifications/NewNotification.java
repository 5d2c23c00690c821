package dev.devsync.notifications;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Field;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A notification somebody sends by hand.
 *
 * @param userId whom it is for; null for the sender
 */
record NewNotification(@Nullable Integer userId, Notice notice) {

  private static final String MESSAGE_ERROR =
      "Notification message must be between 1 and 500 characters";
  private static final int TITLE_FROM_MESSAGE = 80;

  static NewNotification read(JsonBody body) {
    body.alias("content", "message").alias("type", "notification_type");
    if (!body.hasValue("message")) {
      throw ApiException.badRequest("Missing required fields");
    }
    String message = body.text("message", 1, 500, MESSAGE_ERROR).orElse("");
    if (message.isBlank()) {
      throw ApiException.badRequest(MESSAGE_ERROR);
    }
    String title =
        given(
            body.text("title", 0, 255, "Notification title must be a string up to 255 characters"));
    String type =
        given(
            body.text(
                "notification_type",
                0,
                50,
                "Notification type must be a string up to 50 characters"));
    Integer userId = body.id("user_id", "User ID must be an integer").value();
    Integer taskId = body.id("task_id", "Task ID must be an integer").value();
    boolean isRead = body.bool("is_read", "is_read must be a boolean value").orElse(false);
    String reference = given(body.textOrInteger("reference_id", 50, "reference_id is invalid"));
    return new NewNotification(
        userId,
        new Notice(
            type == null ? "general" : type,
            title == null ? Texts.cut(message, TITLE_FROM_MESSAGE) : title,
            message,
            reference == null && taskId != null ? taskId.toString() : reference,
            taskId,
            isRead));
  }

  /** What is blank counts as not given. */
  private static @Nullable String given(Field<String> text) {
    return text.value() == null || text.value().isBlank() ? null : text.value();
  }

  /** How the API documents the request. */
  record Documented(
      String message,
      @Nullable String content,
      @Nullable Integer userId,
      @Nullable String title,
      @Nullable String notificationType,
      @Nullable String type,
      @Nullable Integer taskId,
      @Nullable String referenceId,
      @Nullable Boolean isRead) {}
}
