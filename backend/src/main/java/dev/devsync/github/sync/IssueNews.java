package dev.devsync.github.sync;

import dev.devsync.github.client.Json;
import dev.devsync.platform.json.Texts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What GitHub says of an issue.
 *
 * @param state {@code open} or {@code closed}; null if the issue is gone
 * @param title null if it is not said
 * @param at when it last changed at GitHub; null if it is not said
 */
public record IssueNews(
    int repoId, int number, @Nullable String state, @Nullable String title, @Nullable Instant at) {

  private static final int LONGEST_TITLE = 255;

  /** News from an issue as GitHub writes it; null if it says nothing of use. */
  public static @Nullable IssueNews of(int repoId, JsonNode issue) {
    int number = Json.integer(issue, "number");
    String state = Json.text(issue, "state");
    if (number < 1 || !state.equals(LinkedIssue.OPEN) && !state.equals(LinkedIssue.CLOSED)) {
      return null;
    }
    String title = Json.nullableText(issue, "title");
    return new IssueNews(
        repoId,
        number,
        state,
        title == null ? null : Texts.cut(title, LONGEST_TITLE),
        time(Json.text(issue, "updated_at")));
  }

  /** The issue was deleted, or moved to another repository. */
  public static IssueNews gone(int repoId, int number) {
    return new IssueNews(repoId, number, null, null, null);
  }

  boolean isOlderThan(@Nullable Instant heeded) {
    return at != null && heeded != null && at.isBefore(heeded);
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
