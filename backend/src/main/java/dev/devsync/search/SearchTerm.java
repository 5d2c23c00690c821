package dev.devsync.search;

import dev.devsync.platform.json.Texts;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: some part of a text in any case, or with digits the number of a task.
 */
record SearchTerm(String text) {

  private static final int LONGEST = 100;
  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,9})");

  /** Empty if there is nothing to look for. */
  static Optional<SearchTerm> of(@Nullable String query) {
    if (query == null || query.isBlank() || !Texts.isStorable(query)) {
      return Optional.empty();
    }
    return Optional.of(new SearchTerm(Texts.cut(query.strip(), LONGEST)));
  }

  /** The pattern for ILIKE, in which the text stands for nothing but itself. */
  String pattern() {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /**
   * The number of the task meant by {@code 42} or {@code #42}; 0, which no task has, for other
   * texts.
   */
  int number() {
    var number = NUMBER.matcher(text);
    return number.matches() ? Integer.parseInt(number.group(1)) : 0;
  }
}
