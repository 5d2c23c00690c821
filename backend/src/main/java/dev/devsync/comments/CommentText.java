package dev.devsync.comments;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.json.Texts;

/** Reads the fields all comments have, with the messages of the contract. */
final class CommentText {

  private static final int LONGEST = 1_000;

  private CommentText() {}

  /** The text, under its name or the older {@code comment}. */
  static String read(JsonBody body) {
    body.alias("comment", "content");
    if (!body.hasValue("content")) {
      throw ApiException.badRequest("Missing required content field");
    }
    String content = body.text("content", "content is invalid").orElse("");
    if (content.isBlank()) {
      throw ApiException.badRequest("Comment content cannot be empty");
    }
    if (Texts.length(content) > LONGEST) {
      throw ApiException.badRequest("Comment content must be less than 1000 characters");
    }
    return content;
  }
}
