package dev.devsync.tasks;

import dev.devsync.platform.errors.ApiException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The order of a list of tasks; tasks that are equal in it stand by their ids. */
record TaskOrder(Key key, boolean descending) {

  static final TaskOrder BY_ID = new TaskOrder(Key.ID, false);

  /** What tasks can be sorted by. Words sort in the order of their meaning, and what is missing comes last. */
  enum Key {
    ID("t.id", true),
    TITLE("lower(t.title)", true),
    STATUS(
        "array_position(ARRAY['backlog', 'todo', 'in_progress', 'review', 'done', 'completed'], t.status::text)",
        false),
    PRIORITY("array_position(ARRAY['low', 'medium', 'high', 'urgent'], coalesce(t.priority, 'medium')::text)", false),
    PROGRESS("coalesce(t.progress, 0)", true),
    DEADLINE("t.deadline", false),
    CREATED_AT("t.created_at", true),
    UPDATED_AT("t.updated_at", true),
    ASSIGNEE("lower(a.name)", false);

    private final String expression;
    private final boolean alwaysThere;

    Key(String expression, boolean alwaysThere) {
      this.expression = expression;
      this.alwaysThere = alwaysThere;
    }

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads the name of a key, with {@code -} in front for the reverse order. */
  static TaskOrder read(String text) {
    boolean descending = text.startsWith("-");
    String name = descending ? text.substring(1) : text;
    return Arrays.stream(Key.values())
        .filter(key -> key.wireName().equals(name))
        .findFirst()
        .map(key -> new TaskOrder(key, descending))
        .orElseThrow(() -> ApiException.badRequest("sort must be one of: " + names() + "; put - in front to reverse"));
  }

  private static String names() {
    return Arrays.stream(Key.values()).map(Key::wireName).collect(Collectors.joining(", "));
  }

  String sql() {
    String direction = descending ? " DESC" : "";
    // An index cannot give NULLS LAST in reverse, so it is asked for only where there are nulls.
    String nulls = descending && !key.alwaysThere ? " NULLS LAST" : "";
    String first = key.expression + direction + nulls;
    return " ORDER BY " + (key == Key.ID ? first : first + ", t.id" + direction);
  }
}
