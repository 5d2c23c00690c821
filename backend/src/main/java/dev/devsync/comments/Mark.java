package dev.devsync.comments;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows one {@code @} in a text, in lower case.
 *
 * @param handles everything that may be meant by it, longest first; empty if a name in quotes
 *     follows
 * @param fullName the name in quotes, if one follows
 */
record Mark(List<String> handles, @Nullable String fullName) {

  /**
   * What {@link #keys} leave out, in the dialect that Java and PostgreSQL share: ASCII but letters
   * and digits.
   */
  static final String INSIGNIFICANT = "[\\x01-/:-@\\[-`{-~]+";

  private static final Pattern INSIGNIFICANT_PATTERN = Pattern.compile(INSIGNIFICANT);

  static Mark quoted(String name) {
    return new Mark(
        List.of(), String.join(" ", name.strip().split("\\s+")).toLowerCase(Locale.ROOT));
  }

  static Mark unquoted(List<String> handles) {
    return new Mark(handles.stream().map(handle -> handle.toLowerCase(Locale.ROOT)).toList(), null);
  }

  /** Handles and name reduced to what a name has in common with every way of writing it. */
  Stream<String> keys() {
    return Stream.concat(handles.stream(), Stream.ofNullable(fullName))
        .map(text -> INSIGNIFICANT_PATTERN.matcher(text).replaceAll(""))
        .filter(key -> !key.isEmpty());
  }
}
