package dev.devsync.comments;

import dev.devsync.platform.json.JsonBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to say about a task.
 *
 * @param mentionedUserIds people mentioned besides those whose names stand in the text
 * @param parentId the comment of the same task that this one answers
 */
record NewComment(String content, List<Integer> mentionedUserIds, @Nullable Integer parentId) {

  static NewComment read(JsonBody body) {
    String content = CommentText.read(body);
    return new NewComment(
        content, mentioned(body), body.id("parent_id", "parent_id is invalid").value());
  }

  /** The ids under their name or the older {@code mentioned_users}. */
  static List<Integer> mentioned(JsonBody body) {
    return body.alias("mentioned_users", "mentioned_user_ids")
        .ids("mentioned_user_ids", "mentioned_user_ids is invalid")
        .orElse(List.of());
  }

  /** How the API documents the request. */
  record Documented(
      String content,
      @Nullable String comment,
      @Nullable List<Integer> mentionedUserIds,
      @Nullable List<Integer> mentionedUsers,
      @Nullable Integer parentId) {}
}
