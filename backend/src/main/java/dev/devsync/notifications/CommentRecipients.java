package dev.devsync.notifications;

import dev.devsync.comments.Comment;
import dev.devsync.tasks.TaskRows;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds who is to hear of a comment, among those who can see its task. */
@Repository
class CommentRecipients {

  /**
   * Answered are, for a reply, the author of the comment it answers and of every other with the
   * same root; otherwise all who commented before, save the task's assignee and creator (contract,
   * domain section 7.3).
   */
  private static final String QUERY =
      """
      WITH RECURSIVE ancestors AS (
        SELECT id, parent_id FROM comments WHERE id = :parent
        UNION
        SELECT c.id, c.parent_id FROM comments c JOIN ancestors a ON c.id = a.parent_id),
      thread AS (
        SELECT c.id, c.user_id FROM comments c JOIN ancestors a ON a.id = c.id WHERE a.parent_id IS NULL
        UNION
        SELECT c.id, c.user_id FROM comments c JOIN thread x ON c.parent_id = x.id),
      answered AS (
        SELECT user_id FROM thread WHERE id <> :comment
        UNION
        SELECT c.user_id FROM comments c JOIN tasks k ON k.id = c.task_id
        WHERE :parent::int IS NULL AND c.task_id = :task AND c.id <> :comment
          AND c.user_id IS DISTINCT FROM k.assigned_to AND c.user_id <> k.created_by),
      concerned AS (
        SELECT unnest(ARRAY[k.assigned_to, k.created_by, p.created_by]) AS user_id
        FROM tasks k LEFT JOIN projects p ON p.id = k.project_id WHERE k.id = :task
        UNION
        SELECT m.user_id FROM project_members m JOIN tasks k ON k.project_id = m.project_id WHERE k.id = :task)
      SELECT u.id, u.id IN (SELECT user_id FROM answered) AS answered
      FROM users u JOIN tasks t ON t.id = :task
      WHERE u.id IN (SELECT user_id FROM answered UNION SELECT user_id FROM concerned) AND\s"""
          + TaskRows.VISIBLE_TO_USER
          + " ORDER BY u.id";

  private final JdbcClient jdbc;

  CommentRecipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Ids of those who are answered, and of the others whom the comment concerns. */
  record Found(List<Integer> answered, List<Integer> concerned) {}

  Found of(Comment comment) {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    jdbc.sql(QUERY)
        .param("parent", comment.parentId())
        .param("comment", comment.id())
        .param("task", comment.taskId())
        .query(
            row -> {
              (row.getBoolean("answered") ? found.answered() : found.concerned())
                  .add(row.getInt("id"));
            });
    return found;
  }

  /** Those of the people who have not been told that this comment mentions them. */
  List<Integer> notYetMentioned(Comment comment, List<Integer> people) {
    return jdbc.sql(
            "SELECT p.id FROM unnest(:people) AS p(id) WHERE NOT EXISTS (SELECT 1 FROM notifications n"
                + " WHERE n.task_id = :task AND n.user_id = p.id AND n.notification_type = 'user_mentioned'"
                + " AND n.reference_id = :comment)")
        .param("people", people.toArray(Integer[]::new))
        .param("task", comment.taskId())
        .param("comment", Integer.toString(comment.id()))
        .query(Integer.class)
        .list();
  }
}
