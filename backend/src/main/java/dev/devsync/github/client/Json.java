package dev.devsync.github.client;

import dev.devsync.platform.json.Texts;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads fields of GitHub's answers, which may be missing or null whatever its documentation says.
 */
public final class Json {

  private Json() {}

  /** The text, or an empty one. */
  public static String text(JsonNode node, String field) {
    return storable(node.path(field).asString(""));
  }

  public static @Nullable String nullableText(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? storable(value.stringValue()) : null;
  }

  /** Without what the database cannot store: NUL, and halves of characters. */
  private static String storable(String text) {
    return Texts.isStorable(text)
        ? text
        : new String(
            text.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** The number, or 0. */
  public static int integer(JsonNode node, String field) {
    return node.path(field).asInt(0);
  }

  public static boolean flag(JsonNode node, String field) {
    return node.path(field).asBoolean(false);
  }
}
