package dev.devsync.comments;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Relation;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.changes.AuditEntry;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.errors.ApiException;
import dev.devsync.platform.web.Streamed;
import dev.devsync.tasks.TaskAccess;
import dev.devsync.tasks.TaskItem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading, adding, editing and deleting comments. A change first keeps its task from being deleted,
 * in which order a deletion of the task, which takes the comments with it, cannot deadlock with it.
 */
@Service
class Comments {

  private final CommentRepository rows;
  private final TaskAccess tasks;
  private final MentionLookup mentions;
  private final ChangeLog changes;
  private final Clock clock;

  Comments(
      CommentRepository rows,
      TaskAccess tasks,
      MentionLookup mentions,
      ChangeLog changes,
      Clock clock) {
    this.rows = rows;
    this.tasks = tasks;
    this.mentions = mentions;
    this.changes = changes;
    this.clock = clock;
  }

  /** The comments of a task, oldest first. */
  public Streamed<Comment> of(int taskId, Caller caller) {
    TaskItem task = tasks.requireVisible(caller, taskId).task();
    return rows.of(task.id());
  }

  @Transactional
  public Comment add(int taskId, NewComment wanted, Caller caller) {
    TaskItem task = tasks.requireVisibleAndKept(caller, taskId).task();
    if (wanted.parentId() != null && !rows.keep(wanted.parentId(), taskId)) {
      throw ApiException.badRequest("Parent comment not found");
    }
    Instant now = clock.instant();
    int id = rows.insert(taskId, caller.id(), wanted, now);
    Comment comment =
        new Comment(
            id,
            wanted.content(),
            taskId,
            caller.id(),
            caller.name(),
            caller.name(),
            null,
            wanted.parentId(),
            now,
            null,
            0);
    MentionablePeople people = mentions.around(taskId, wanted.mentionedUserIds(), wanted.content());
    changes.record(
        caller.actor(),
        new CommentAdded(
            comment, CommentedTask.of(task), ids(people.mentionedIn(wanted.content()), caller)),
        AuditEntry.of("comment_added", "comment", id, Map.of("task_id", taskId)));
    return comment;
  }

  /** The comment after the edit; one that changes nothing has no effects. */
  @Transactional
  public Comment edit(int id, CommentEdit wanted, Caller caller) {
    Own own = requireOwn(id, caller, "You can only update your own comments");
    wanted.requireFresh(own.comment());
    if (own.comment().content().equals(wanted.content())) {
      return own.comment();
    }
    rows.update(id, wanted.content(), clock.instant());
    Comment after = rows.findForUpdate(id).orElseThrow(ApiException::resourceNotFound);
    record(own, after, wanted.mentionedUserIds(), caller);
    return after;
  }

  private void record(Own own, Comment after, List<Integer> named, Caller caller) {
    String before = own.comment().content();
    MentionablePeople people = mentions.around(own.task().id(), named, before, after.content());
    Set<Integer> mentioned = people.mentionedIn(after.content());
    Set<Integer> added = new TreeSet<>(mentioned);
    added.removeAll(people.namedIn(before));
    changes.record(
        caller.actor(),
        new CommentUpdated(
            after, CommentedTask.of(own.task()), ids(mentioned, caller), ids(added, caller)));
  }

  /** Replies stay and stand alone. */
  @Transactional
  public void delete(int id, Caller caller) {
    Own own = requireOwn(id, caller, "You can only delete your own comments");
    rows.delete(id);
    changes.record(
        caller.actor(),
        new CommentDeleted(own.comment(), CommentedTask.of(own.task())),
        AuditEntry.of("comment_deleted", "comment", id, Map.of("task_id", own.task().id())));
  }

  /** A comment its caller may change, locked, with its task. */
  private record Own(Comment comment, TaskItem task) {}

  private Own requireOwn(int id, Caller caller, String refusal) {
    int taskId = rows.taskOf(id).orElseThrow(ApiException::resourceNotFound);
    TaskItem task = tasks.requireVisibleAndKept(caller, taskId).task();
    Comment comment = rows.findForUpdate(id).orElseThrow(ApiException::resourceNotFound);
    Set<Relation> relations = comment.userId() == caller.id() ? Set.of(Relation.AUTHOR) : Set.of();
    if (!caller.has(Right.CHANGE_COMMENT, relations)) {
      throw ApiException.forbidden(refusal);
    }
    return new Own(comment, task);
  }

  private static List<Integer> ids(Set<Integer> people, Caller caller) {
    return people.stream().filter(id -> id != caller.id()).sorted().toList();
  }
}
