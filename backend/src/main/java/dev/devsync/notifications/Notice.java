package dev.devsync.notifications;

import dev.devsync.platform.json.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to be told, before it is stored.
 *
 * @param message cut to 2,000 characters
 * @param referenceId the id, as text, of what it is about
 * @param taskId the task it is about, if any
 */
record Notice(
    String type,
    String title,
    String message,
    @Nullable String referenceId,
    @Nullable Integer taskId,
    boolean isRead) {

  private static final int LONGEST_MESSAGE = 2_000;

  Notice {
    message = Texts.cut(message, LONGEST_MESSAGE);
  }

  static Notice of(
      String type,
      String title,
      String message,
      @Nullable Integer reference,
      @Nullable Integer taskId) {
    return new Notice(
        type, title, message, reference == null ? null : reference.toString(), taskId, false);
  }
}
