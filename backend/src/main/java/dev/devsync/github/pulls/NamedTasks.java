package dev.devsync.github.pulls;

import dev.devsync.github.TaskKeys;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tasks that a pull request names by their keys, such as {@code DS-42} or {@code #task-42}.
 *
 * @param closing those behind a closing word, as in {@code fixes DS-42}
 */
record NamedTasks(List<Integer> all, List<Integer> closing) {

  /** More than anybody needs; nobody can have the server link a pull request with everything. */
  private static final int MOST = 20;

  private static final String CLOSING =
      "(?<word>\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\\s+)?";

  static NamedTasks in(TaskKeys keys, List<String> texts) {
    Pattern key =
        Pattern.compile(
            CLOSING
                + "(?<![A-Za-z0-9])(?:"
                + keys.prefix()
                + "-|#task-)(?<id>\\d{1,9})(?![A-Za-z0-9])",
            Pattern.CASE_INSENSITIVE);
    Set<Integer> all = new LinkedHashSet<>();
    Set<Integer> closing = new LinkedHashSet<>();
    for (String text : texts) {
      Matcher found = key.matcher(text);
      while (all.size() < MOST && found.find()) {
        int id = Integer.parseInt(found.group("id"));
        all.add(id);
        if (found.group("word") != null) {
          closing.add(id);
        }
      }
    }
    return new NamedTasks(new ArrayList<>(all), new ArrayList<>(closing));
  }
}
