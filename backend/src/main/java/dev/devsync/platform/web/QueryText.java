package dev.devsync.platform.web;

import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.json.Texts;
import org.jspecify.annotations.Nullable;

/** Reads text from the query of an address. */
public final class QueryText {

  private QueryText() {}

  /**
   * The text of the parameter; null if it is absent or empty. Text the database cannot hold is
   * refused.
   */
  public static @Nullable String of(String parameter, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!Texts.isStorable(text)) {
      throw ApiException.badRequest(parameter + " is invalid");
    }
    return text;
  }
}
