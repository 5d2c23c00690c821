package dev.devsync.comments;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.JsonBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another text for a comment.
 *
 * @param version the version the editor saw; null to overwrite whatever is stored
 */
record CommentEdit(String content, List<Integer> mentionedUserIds, @Nullable Integer version) {

  static CommentEdit read(JsonBody body) {
    String content = CommentText.read(body);
    return new CommentEdit(
        content,
        NewComment.mentioned(body),
        body.integer("version", 0, Integer.MAX_VALUE, "version is invalid").value());
  }

  /** Refuses the edit with the fresh comment if its editor saw another version. */
  void requireFresh(Comment stored) {
    if (version != null && version != stored.version()) {
      throw ApiException.conflict(
          "The comment was changed by somebody else in the meantime", "comment", stored);
    }
  }

  /** How the API documents the request. */
  record Documented(
      String content,
      @Nullable String comment,
      @Nullable List<Integer> mentionedUserIds,
      @Nullable List<Integer> mentionedUsers,
      @Nullable Integer version) {}
}
