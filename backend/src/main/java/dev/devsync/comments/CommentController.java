package dev.devsync.comments;

import dev.devsync.platform.access.Caller;
import dev.devsync.platform.access.Requires;
import dev.devsync.platform.access.Right;
import dev.devsync.platform.json.Body;
import dev.devsync.platform.json.JsonBody;
import dev.devsync.platform.web.Answers;
import dev.devsync.platform.web.Message;
import dev.devsync.platform.web.Streamed;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people say about tasks. */
@RestController
@RequestMapping("/api/v1")
class CommentController {

  private final Comments comments;

  CommentController(Comments comments) {
    this.comments = comments;
  }

  @GetMapping("/tasks/{taskId:\\d+}/comments")
  @Requires(Right.READ_COMMENTS)
  @Answers(CommentList.class)
  Streamed<Comment> listComments(@PathVariable int taskId, Caller caller) {
    return comments.of(taskId, caller);
  }

  @PostMapping("/tasks/{taskId:\\d+}/comments")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Right.ADD_COMMENT)
  CommentAnswer addComment(
      @PathVariable int taskId, @Body(NewComment.Documented.class) JsonBody body, Caller caller) {
    Comment comment = comments.add(taskId, NewComment.read(body), caller);
    return new CommentAnswer("Comment added successfully", comment);
  }

  @PutMapping("/comments/{id:\\d+}")
  @Requires(Right.CHANGE_COMMENT)
  @Answers(status = 409, value = CommentConflict.class)
  CommentAnswer updateComment(
      @PathVariable int id, @Body(CommentEdit.Documented.class) JsonBody body, Caller caller) {
    Comment comment = comments.edit(id, CommentEdit.read(body), caller);
    return new CommentAnswer("Comment updated successfully", comment);
  }

  @DeleteMapping("/comments/{id:\\d+}")
  @Requires(Right.CHANGE_COMMENT)
  Message deleteComment(@PathVariable int id, Caller caller) {
    comments.delete(id, caller);
    return new Message("Comment deleted successfully");
  }

  record CommentList(List<Comment> comments) {}

  record CommentAnswer(String message, Comment comment) {}

  /** Somebody else was quicker; the comment is shown as it is now. */
  record CommentConflict(String message, Comment comment) {}
}
