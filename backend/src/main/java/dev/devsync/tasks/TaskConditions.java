package dev.devsync.tasks;

import dev.devsync.platform.json.Texts;
import dev.devsync.platform.time.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a statement that picks tasks {@code t}, with its parameters. */
final class TaskConditions {

  private static final int LONGEST_IDENTITY = 500;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  private TaskConditions() {}

  static TaskConditions of(TaskQuery query, Instant now) {
    TaskConditions all = new TaskConditions();
    all.addWords("t.status", "statuses", query.statuses());
    all.addWords("coalesce(t.priority, 'medium')", "priorities", query.priorities());
    all.addAssignees(query);
    all.addIds("t.created_by", "creators", query.creators());
    all.addIds("t.project_id", "projects", query.projects());
    all.addSearch(query.search());
    if (query.overdue()) {
      all.add(
          "t.deadline < :now AND t." + TaskStatus.CAN_BE_OVERDUE_SQL, "now", Instants.column(now));
    }
    all.addIfGiven("t.deadline < :due_before", "due_before", Instants.column(query.dueBefore()));
    return all;
  }

  /** Only what this user may see without being a manager; null is no limit. */
  TaskConditions visibleTo(@Nullable Integer viewer) {
    addIfGiven(TaskRows.VISIBLE_TO_VIEWER, "viewer", viewer);
    return this;
  }

  TaskConditions in(int project) {
    add("t.project_id = :project", "project", project);
    return this;
  }

  String sql() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** Equal for conditions that pick the same of the same tasks; null for long ones. */
  @Nullable Object identity() {
    Map<String, Object> values = new HashMap<>(parameters);
    values.replaceAll((name, value) -> value instanceof Object[] many ? List.of(many) : value);
    return values.toString().length() > LONGEST_IDENTITY ? null : List.of(sql(), values);
  }

  private void addAssignees(TaskQuery query) {
    if (query.unassigned()) {
      Integer[] others =
          query.assignees() == null ? new Integer[0] : query.assignees().toArray(Integer[]::new);
      add("(t.assigned_to IS NULL OR t.assigned_to = ANY (:assignees))", "assignees", others);
    } else {
      addIds("t.assigned_to", "assignees", query.assignees());
    }
  }

  private void addSearch(@Nullable String search) {
    if (search == null) {
      return;
    }
    if (Texts.isStorable(search)) {
      String pattern = "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%";
      add("(t.title ILIKE :search OR t.description ILIKE :search)", "search", pattern);
    } else {
      conditions.add("false");
    }
  }

  private void addWords(String column, String name, @Nullable List<String> words) {
    if (words != null) {
      add(
          column + " = ANY (:" + name + ")",
          name,
          words.stream().filter(Texts::isStorable).toArray(String[]::new));
    }
  }

  private void addIds(String column, String name, @Nullable List<Integer> ids) {
    if (ids != null) {
      add(column + " = ANY (:" + name + ")", name, ids.toArray(Integer[]::new));
    }
  }

  private void addIfGiven(String condition, String name, @Nullable Object value) {
    if (value != null) {
      add(condition, name, value);
    }
  }

  private void add(String condition, String name, @Nullable Object value) {
    conditions.add(condition);
    parameters.put(name, value);
  }
}
