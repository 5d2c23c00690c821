package dev.devsync.notifications;

import dev.devsync.platform.database.Cursor;
import dev.devsync.platform.time.Instants;
import dev.devsync.platform.web.Paging;
import dev.devsync.platform.web.StreamedList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on {@code notifications}. */
@Repository
class NotificationRepository {

  /** What {@link #map} reads. */
  static final String COLUMNS =
      "id, user_id, notification_type, title, message, reference_id, task_id, coalesce(is_read, false) AS is_read,"
          + " created_at, read_at";

  private final JdbcClient jdbc;
  private final Cursor cursor;
  private final Clock clock;

  NotificationRepository(JdbcClient jdbc, Cursor cursor, Clock clock) {
    this.jdbc = jdbc;
    this.cursor = cursor;
    this.clock = clock;
  }

  /**
   * Stores all of them in one statement; recipients who are gone, or are being deleted now, are
   * left out.
   */
  List<Notification> insert(List<Told> told) {
    return jdbc.sql(
            "INSERT INTO notifications (user_id, notification_type, title, message, reference_id, task_id, is_read,"
                + " created_at, read_at) SELECT u.id, n.type, n.title, n.message, n.reference, n.task, n.read,"
                + " :now::timestamp, CASE WHEN n.read THEN :now::timestamp END"
                + " FROM unnest(:users::int[], :types::text[], :titles::text[], :messages::text[],"
                + " :references::text[], :tasks::int[], :reads::boolean[])"
                + " WITH ORDINALITY AS n(user_id, type, title, message, reference, task, read, position)"
                + " JOIN users u ON u.id = n.user_id ORDER BY n.position FOR KEY SHARE OF u RETURNING "
                + COLUMNS)
        .param("now", Instants.column(clock.instant()))
        .param("users", told.stream().map(Told::userId).toArray(Integer[]::new))
        .param("types", texts(told, Notice::type))
        .param("titles", texts(told, Notice::title))
        .param("messages", texts(told, Notice::message))
        .param("references", texts(told, Notice::referenceId))
        .param("tasks", told.stream().map(t -> t.notice().taskId()).toArray(Integer[]::new))
        .param("reads", told.stream().map(t -> t.notice().isRead()).toArray(Boolean[]::new))
        .query(NotificationRepository::map)
        .list();
  }

  /**
   * A user's notifications, newest first: all, or only read or unread ones; all at once, or one
   * page.
   */
  StreamedList<Notification> of(int userId, @Nullable Boolean read, @Nullable Paging paging) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("user", userId);
    parameters.put("read", read);
    parameters.put("limit", paging == null ? null : paging.perPage());
    parameters.put("offset", paging == null ? 0 : paging.offset());
    return new StreamedList<>(
        sink ->
            cursor.each(
                "SELECT "
                    + COLUMNS
                    + " FROM notifications WHERE user_id = :user"
                    + " AND (:read::boolean IS NULL OR coalesce(is_read, false) = :read)"
                    + " ORDER BY created_at DESC, id DESC LIMIT :limit::bigint OFFSET :offset",
                parameters,
                NotificationRepository::map,
                sink));
  }

  int unread(int userId) {
    return jdbc.sql(
            "SELECT count(*) FROM notifications WHERE user_id = :user AND is_read IS NOT TRUE")
        .param("user", userId)
        .query(Integer.class)
        .single();
  }

  long count(int userId, @Nullable Boolean read) {
    return jdbc.sql(
            "SELECT count(*) FROM notifications WHERE user_id = :user"
                + " AND (:read::boolean IS NULL OR coalesce(is_read, false) = :read)")
        .param("user", userId)
        .param("read", read)
        .query(Long.class)
        .single();
  }

  /** Whose the notification is. */
  Optional<Integer> recipient(int id) {
    return jdbc.sql("SELECT user_id FROM notifications WHERE id = :id")
        .param("id", id)
        .query(Integer.class)
        .optional();
  }

  /** Marks one or all (null) of a user's unread notifications; tells how many there were. */
  int markRead(int userId, @Nullable Integer id) {
    return jdbc.sql(
            "UPDATE notifications SET is_read = true, read_at = :now WHERE user_id = :user AND is_read IS NOT TRUE"
                + " AND (:id::int IS NULL OR id = :id)")
        .param("now", Instants.column(clock.instant()))
        .param("user", userId)
        .param("id", id)
        .update();
  }

  /** Deletes a user's notification; an overdue task they so dismissed is not brought up again. */
  boolean delete(int userId, int id) {
    return jdbc.sql(
                "WITH gone AS (DELETE FROM notifications WHERE id = :id AND user_id = :user"
                    + " RETURNING id, user_id, task_id, notification_type), dismissed AS ("
                    + OverdueRepository.DISMISS
                    + ") SELECT count(*) FROM gone")
            .param("id", id)
            .param("user", userId)
            .query(Integer.class)
            .single()
        > 0;
  }

  static Notification map(ResultSet row, int number) throws SQLException {
    String type = row.getString("notification_type");
    String message = row.getString("message");
    int task = row.getInt("task_id");
    Integer taskId = row.wasNull() ? null : task;
    boolean read = row.getBoolean("is_read");
    var created = Instants.required(row, "created_at");
    return new Notification(
        row.getInt("id"),
        row.getInt("user_id"),
        type,
        type,
        row.getString("title"),
        message,
        message,
        row.getString("reference_id"),
        taskId,
        read,
        read,
        created,
        created,
        Instants.nullable(row, "read_at"));
  }

  private static @Nullable String[] texts(
      List<Told> told, Function<Notice, @Nullable String> field) {
    return told.stream().map(t -> field.apply(t.notice())).toArray(String[]::new);
  }
}
