package dev.devsync.realtime;

import dev.devsync.platform.access.Role;
import dev.devsync.platform.time.Instants;
import dev.devsync.tasks.TaskRows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What live delivery has to ask the database about people. */
@Repository
class RealtimeRepository {

  private final JdbcClient jdbc;

  RealtimeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a user and their session stand now.
   *
   * @param accessUntil end of the newest access token of any good session of the user
   */
  record Standing(int userId, Role role, boolean ended, @Nullable Instant accessUntil) {}

  /** Empty if the user is gone. */
  Optional<Standing> standing(int userId, @Nullable UUID session) {
    return jdbc.sql(
            "SELECT u.id, u.role, :session::uuid IS NOT NULL AND (s.id IS NULL OR s.ended_at IS NOT"
                + " NULL) AS ended, (SELECT max(x.access_expires_at) FROM ops.sessions x WHERE"
                + " x.user_id = u.id AND x.ended_at IS NULL) AS access_until FROM users u LEFT JOIN"
                + " ops.sessions s ON s.id = :session::uuid WHERE u.id = :user")
        .param("session", session)
        .param("user", userId)
        .query(
            (row, number) ->
                new Standing(
                    row.getInt("id"),
                    Role.named(row.getString("role")).orElseThrow(),
                    row.getBoolean("ended"),
                    Instants.nullable(row, "access_until")))
        .optional();
  }

  /** A socket whose standing is in question, with the end of the token it came with. */
  record Subject(int userId, @Nullable UUID session, Instant tokenEnd) {}

  /**
   * Those that are no longer good: the user is gone, the session has ended, or neither the token
   * nor the user's newest one is valid any more.
   *
   * @return places in the list, from 1
   */
  Set<Integer> lapsed(List<Subject> subjects, Instant now) {
    return Set.copyOf(
        jdbc.sql(
                "SELECT w.place::int FROM unnest(:users::int[], :sessions::uuid[],"
                    + " :ends::timestamp[]) WITH ORDINALITY AS w (user_id, session, token_end,"
                    + " place) LEFT JOIN users u ON u.id = w.user_id LEFT JOIN ops.sessions s ON"
                    + " s.id = w.session WHERE u.id IS NULL OR w.session IS NOT NULL AND (s.id IS"
                    + " NULL OR s.ended_at IS NOT NULL) OR w.token_end <= :now AND NOT EXISTS"
                    + " (SELECT 1 FROM ops.sessions x WHERE x.user_id = u.id AND x.ended_at IS NULL"
                    + " AND x.access_expires_at > :now)")
            .param("users", array(subjects, Subject::userId))
            .param("sessions", array(subjects, Subject::session))
            .param("ends", array(subjects, subject -> Instants.column(subject.tokenEnd())))
            .param("now", Instants.column(now))
            .query(Integer.class)
            .list());
  }

  /** The text of an SQL array. */
  private static String array(List<Subject> subjects, Function<Subject, @Nullable Object> value) {
    return subjects.stream()
        .map(value)
        .map(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Members and creators of the projects, by project. */
  Map<Integer, Set<Integer>> people(Collection<Integer> projects) {
    Map<Integer, Set<Integer>> people = new TreeMap<>();
    if (!projects.isEmpty()) {
      jdbc.sql(
              "SELECT project_id, user_id FROM project_members WHERE project_id IN (:projects)"
                  + " UNION SELECT id, created_by FROM projects WHERE id IN (:projects)")
          .param("projects", projects)
          .query(
              row -> {
                people
                    .computeIfAbsent(row.getInt(1), ignored -> new HashSet<>())
                    .add(row.getInt(2));
              });
    }
    return people;
  }

  /** Those of the projects that a user who is no manager may see. */
  Set<Integer> visibleProjects(int userId, Collection<Integer> projects) {
    return projects.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql(
                    "SELECT p.id FROM projects p WHERE p.id IN (:projects) AND (p.created_by ="
                        + " :user OR EXISTS (SELECT 1 FROM project_members m WHERE m.project_id ="
                        + " p.id AND m.user_id = :user))")
                .param("projects", projects)
                .param("user", userId)
                .query(Integer.class)
                .list());
  }

  /** Those of the tasks that a user who is no manager may see. */
  Set<Integer> visibleTasks(int userId, Collection<Integer> tasks) {
    return tasks.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql(
                    "SELECT t.id FROM tasks t WHERE t.id IN (:tasks) AND "
                        + TaskRows.VISIBLE_TO_VIEWER)
                .param("tasks", tasks)
                .param("viewer", userId)
                .query(Integer.class)
                .list());
  }

  /** Those of the ids that exist, for managers, who see all there is. */
  Set<Integer> existing(String table, Collection<Integer> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql("SELECT id FROM " + table + " WHERE id IN (:ids)")
                .param("ids", ids)
                .query(Integer.class)
                .list());
  }

  /** The project that a room is about; null if its task is in none. */
  @Nullable Integer projectOf(Room room) {
    return room.kind() == Room.Kind.PROJECT
        ? Integer.valueOf(room.id())
        : jdbc.sql("SELECT project_id FROM tasks WHERE id = :task AND project_id IS NOT NULL")
            .param("task", room.id())
            .query(Integer.class)
            .optional()
            .orElse(null);
  }

  /** Those of the users who may see the task. */
  List<Integer> thoseWhoSee(int task, Collection<Integer> users) {
    return users.isEmpty()
        ? List.of()
        : jdbc.sql(
                "SELECT u.id FROM users u JOIN tasks t ON t.id = :task WHERE u.id IN (:users) AND "
                    + TaskRows.VISIBLE_TO_USER
                    + " ORDER BY u.id")
            .param("task", task)
            .param("users", users)
            .query(Integer.class)
            .list();
  }

  /** Whether the comment belongs to the task and the task to the project. */
  boolean isCommentOf(int comment, int task, int project) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM comments c JOIN tasks t ON t.id = c.task_id"
                + " WHERE c.id = :comment AND t.id = :task AND t.project_id = :project)")
        .param("comment", comment)
        .param("task", task)
        .param("project", project)
        .query(Boolean.class)
        .single();
  }
}
