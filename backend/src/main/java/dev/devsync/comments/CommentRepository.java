package dev.devsync.comments;

import dev.devsync.platform.database.Cursor;
import dev.devsync.platform.time.Instants;
import dev.devsync.platform.web.Streamed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries on {@code comments}. */
@Repository
class CommentRepository {

  private static final String SELECT =
      "SELECT c.id, c.content, c.task_id, c.user_id, coalesce(u.name, 'Unknown') AS user_name, c.parent_id,"
          + " c.created_at, c.updated_at, c.version FROM comments c LEFT JOIN users u ON u.id = c.user_id";

  private final JdbcClient jdbc;
  private final Cursor cursor;

  CommentRepository(JdbcClient jdbc, Cursor cursor) {
    this.jdbc = jdbc;
    this.cursor = cursor;
  }

  /** The comments of a task, oldest first. */
  Streamed<Comment> of(int taskId) {
    return new Streamed<>(
        "comments",
        sink ->
            cursor.each(
                SELECT + " WHERE c.task_id = :task ORDER BY c.created_at, c.id",
                Map.of("task", taskId),
                CommentRepository::map,
                sink));
  }

  Optional<Integer> taskOf(int id) {
    return jdbc.sql("SELECT task_id FROM comments WHERE id = :id")
        .param("id", id)
        .query(Integer.class)
        .optional();
  }

  /** The comment, locked until the end of the transaction. */
  Optional<Comment> findForUpdate(int id) {
    return jdbc.sql(SELECT + " WHERE c.id = :id FOR UPDATE OF c")
        .param("id", id)
        .query(CommentRepository::map)
        .optional();
  }

  /** Whether the task has this comment, which then stays until the end of the transaction. */
  boolean keep(int id, int taskId) {
    return jdbc.sql("SELECT id FROM comments WHERE id = :id AND task_id = :task FOR KEY SHARE")
        .param("id", id)
        .param("task", taskId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  int insert(int taskId, int userId, NewComment comment, Instant now) {
    return jdbc.sql(
            "INSERT INTO comments (task_id, user_id, content, parent_id, created_at)"
                + " VALUES (:task, :user, :content, :parent, :now) RETURNING id")
        .param("task", taskId)
        .param("user", userId)
        .param("content", comment.content())
        .param("parent", comment.parentId())
        .param("now", Instants.column(now))
        .query(Integer.class)
        .single();
  }

  /** Stores another text and counts the change. */
  void update(int id, String content, Instant now) {
    jdbc.sql(
            "UPDATE comments SET content = :content, updated_at = :now, version = version + 1 WHERE id = :id")
        .param("content", content)
        .param("now", Instants.column(now))
        .param("id", id)
        .update();
  }

  void delete(int id) {
    jdbc.sql("DELETE FROM comments WHERE id = :id").param("id", id).update();
  }

  private static Comment map(ResultSet row, int number) throws SQLException {
    int parent = row.getInt("parent_id");
    Integer parentId = row.wasNull() ? null : parent;
    String name = row.getString("user_name");
    return new Comment(
        row.getInt("id"),
        row.getString("content"),
        row.getInt("task_id"),
        row.getInt("user_id"),
        name,
        name,
        null,
        parentId,
        Instants.required(row, "created_at"),
        Instants.nullable(row, "updated_at"),
        row.getInt("version"));
  }
}
