package dev.devsync.notifications;

import dev.devsync.comments.Comment;
import dev.devsync.comments.CommentAdded;
import dev.devsync.comments.CommentUpdated;
import dev.devsync.comments.CommentedTask;
import dev.devsync.platform.access.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mentions, replies and new comments. */
@Component
class CommentNotices {

  private final CommentRecipients recipients;

  CommentNotices(CommentRecipients recipients) {
    this.recipients = recipients;
  }

  List<Told> of(CommentAdded added, Actor actor) {
    CommentRecipients.Found found = recipients.of(added.comment());
    return new Audience(actor)
        .tell(added.mentioned(), mentioned(added.comment(), added.task()))
        .tell(found.answered(), answered(added.comment(), added.task()))
        .tell(found.concerned(), commented(added.comment(), added.task()))
        .told();
  }

  /** Only those hear of an edit whom the comment did not mention before, in whatever way. */
  List<Told> of(CommentUpdated updated, Actor actor) {
    if (updated.newlyMentioned().isEmpty()) {
      return List.of();
    }
    return new Audience(actor)
        .tell(
            recipients.notYetMentioned(updated.comment(), updated.newlyMentioned()),
            mentioned(updated.comment(), updated.task()))
        .told();
  }

  private static Notice mentioned(Comment comment, CommentedTask task) {
    return about(
        comment,
        task,
        "user_mentioned",
        "You Were Mentioned",
        "%s mentioned you in a comment on \"%s\".");
  }

  private static Notice answered(Comment comment, CommentedTask task) {
    String message =
        comment.parentId() == null
            ? "%s also commented on \"%s\"."
            : "%s replied to a comment on \"%s\".";
    return about(comment, task, "comment_reply", "New Reply", message);
  }

  private static Notice commented(Comment comment, CommentedTask task) {
    return about(comment, task, "comment_added", "New Comment", "%s commented on \"%s\".");
  }

  private static Notice about(
      Comment comment, CommentedTask task, String type, String title, String message) {
    return Notice.of(
        type,
        title,
        message.formatted(comment.authorName(), task.title()),
        comment.id(),
        task.id());
  }
}
