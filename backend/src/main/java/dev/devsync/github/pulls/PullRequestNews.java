package dev.devsync.github.pulls;

import dev.devsync.github.TaskKeys;
import dev.devsync.github.client.Json;
import dev.devsync.platform.json.Texts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What GitHub says of a pull request.
 *
 * @param author the login of whoever opened it
 * @param outsider whether the author is known to have no part in the repository
 * @param named tasks that branch, title or text name
 * @param closing those of them behind a closing word
 * @param happenedAt when it got to this stage; null if it is not said
 * @param at when it last changed at GitHub; null if it is not said
 */
public record PullRequestNews(
    int repoId,
    int number,
    PullRequestStage stage,
    String title,
    String author,
    boolean outsider,
    List<Integer> named,
    List<Integer> closing,
    @Nullable Instant happenedAt,
    @Nullable Instant at) {

  private static final int LONGEST_TITLE = 255;

  private static final Set<String> OUTSIDERS =
      Set.of("CONTRIBUTOR", "FIRST_TIMER", "FIRST_TIME_CONTRIBUTOR", "MANNEQUIN", "NONE");

  /** News from a pull request as GitHub writes it; null if it says nothing of use. */
  public static @Nullable PullRequestNews of(int repoId, JsonNode pull, TaskKeys keys) {
    int number = Json.integer(pull, "number");
    PullRequestStage stage = stage(pull);
    if (number < 1 || stage == null) {
      return null;
    }
    String title = Json.text(pull, "title");
    NamedTasks tasks =
        NamedTasks.in(
            keys, List.of(Json.text(pull.path("head"), "ref"), title, Json.text(pull, "body")));
    return new PullRequestNews(
        repoId,
        number,
        stage,
        Texts.cut(title, LONGEST_TITLE),
        Json.text(pull.path("user"), "login"),
        OUTSIDERS.contains(Json.text(pull, "author_association")),
        tasks.all(),
        tasks.closing(),
        time(pull, whenItGotThere(stage)),
        time(pull, "updated_at"));
  }

  private static @Nullable PullRequestStage stage(JsonNode pull) {
    if (Json.flag(pull, "merged") || Json.nullableText(pull, "merged_at") != null) {
      return PullRequestStage.MERGED;
    }
    return switch (Json.text(pull, "state")) {
      case "closed" -> PullRequestStage.CLOSED;
      case "open" ->
          pull.path("requested_reviewers").isEmpty() && pull.path("requested_teams").isEmpty()
              ? PullRequestStage.OPENED
              : PullRequestStage.REVIEW_REQUESTED;
      default -> null;
    };
  }

  private static String whenItGotThere(PullRequestStage stage) {
    return switch (stage) {
      case MERGED -> "merged_at";
      case CLOSED -> "closed_at";
      case OPENED -> "created_at";
      // GitHub does not say when; the last change is no earlier.
      case REVIEW_REQUESTED, GONE -> "updated_at";
    };
  }

  /** When it got to its stage from an earlier one; one that was open before was reopened. */
  @Nullable Instant happenedAfter(@Nullable PullRequestStage earlier) {
    return earlier != null && stage == PullRequestStage.OPENED ? at : happenedAt;
  }

  boolean isOlderThan(@Nullable Instant heeded) {
    return at != null && heeded != null && at.isBefore(heeded);
  }

  private static @Nullable Instant time(JsonNode pull, String field) {
    try {
      return Instant.parse(Json.text(pull, field));
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
