package dev.devsync.github.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields of GitHub's answers, which may be missing or null whatever its documentation says. */
public final class Json {

  private Json() {}

  /** The text, or an empty one. */
  public static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  public static @Nullable String nullableText(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : null;
  }

  /** The number, or 0. */
  public static int integer(JsonNode node, String field) {
    return node.path(field).asInt(0);
  }

  public static boolean flag(JsonNode node, String field) {
    return node.path(field).asBoolean(false);
  }
}
