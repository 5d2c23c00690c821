package dev.devsync.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentChangeTest extends HttpTest {

  private TestUser lea;
  private TestUser dev;
  private TestTask task;
  private int comment;

  @BeforeEach
  void aComment() {
    lea = given.aTeamLead();
    dev = given.aDeveloper();
    task = given.aTask("Write the manual", lea).assignedTo(dev);
    comment = given.aComment("Furst", task, dev);
  }

  private String path() {
    return "/comments/" + comment;
  }

  private String content() {
    return jdbc.sql("SELECT content FROM comments WHERE id = ?")
        .param(comment)
        .query(String.class)
        .single();
  }

  @Test
  void itsAuthorEditsAComment() {
    as(dev, "{\"content\": \"First\"}")
        .put(path())
        .then()
        .statusCode(200)
        .body("message", equalTo("Comment updated successfully"))
        .body("comment.id", equalTo(comment))
        .body("comment.content", equalTo("First"))
        .body("comment.updated_at", notNullValue())
        .body("comment.author_name", equalTo(dev.name()))
        .body("comment.version", equalTo(1));
    assertThat(content()).isEqualTo("First");
    assertThat(events("comment.updated"))
        .singleElement()
        .satisfies(e -> assertThat(e).containsEntry("task_id", task.id()));
  }

  @Test
  void anAdminEditsAndDeletesWhatOthersWrote() {
    TestUser ada = given.anAdmin();
    as(ada, "{\"comment\": \"First\"}")
        .put(path())
        .then()
        .statusCode(200)
        .body("comment.user_id", equalTo(dev.id()));
    as(ada).delete(path()).then().statusCode(200);
  }

  @Test
  void othersMayNotEvenTeamLeads() {
    as(lea, "{\"content\": \"Mine\"}")
        .put(path())
        .then()
        .statusCode(403)
        .body("message", equalTo("You can only update your own comments"));
    as(lea)
        .delete(path())
        .then()
        .statusCode(403)
        .body("message", equalTo("You can only delete your own comments"));
    assertThat(content()).isEqualTo("Furst");
    assertThat(events("comment.updated")).isEmpty();
    assertThat(audited("comment_deleted")).isEmpty();
  }

  @Test
  void whoLostSightOfTheTaskLostTheCommentToo() {
    task.assignedTo(lea);
    as(dev, "{\"content\": \"First\"}")
        .put(path())
        .then()
        .statusCode(404)
        .body("status", equalTo("error"));
    as(dev).delete(path()).then().statusCode(404);
    assertThat(content()).isEqualTo("Furst");
  }

  @Test
  void aMissingCommentIsNotFoundOnceTheInputIsGood() {
    as(dev, "{}").put("/comments/2147483647").then().statusCode(400);
    as(dev, "{\"content\": \"x\"}")
        .put("/comments/2147483647")
        .then()
        .statusCode(404)
        .body("error", notNullValue());
    as(dev)
        .delete("/comments/2147483647")
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                      | Missing required content field
          {"content": ""}                         | Comment content cannot be empty
          {"content": 5}                          | content is invalid
          {"content": "x", "version": "1"}        | version is invalid
          {"content": "x", "version": 1.5}        | version is invalid
          {"content": "x", "mentioned_users": 1}  | mentioned_user_ids is invalid
          """)
  void badInputIsRefusedAndChangesNothing(String json, String message) {
    as(dev, json).put(path()).then().statusCode(400).body("message", equalTo(message));
    assertThat(content()).isEqualTo("Furst");
  }

  @Test
  void theSameTextAgainIsNoChange() {
    as(dev, "{\"content\": \"Furst\"}")
        .put(path())
        .then()
        .statusCode(200)
        .body("comment.updated_at", nullValue())
        .body("comment.version", equalTo(0));
    assertThat(events("comment.updated")).isEmpty();
  }

  @Test
  void anEditOfAnOldVersionIsAConflictThatShowsTheNewOne() {
    as(dev, "{\"content\": \"First\", \"version\": 0}").put(path()).then().statusCode(200);
    as(given.anAdmin(), "{\"content\": \"Fist\", \"version\": 0}")
        .put(path())
        .then()
        .statusCode(409)
        .body("message", notNullValue())
        .body("comment.content", equalTo("First"))
        .body("comment.version", equalTo(1));
    assertThat(content()).isEqualTo("First");
    as(dev, "{\"content\": \"Last\"}")
        .put(path())
        .then()
        .statusCode(200)
        .body("comment.version", equalTo(2));
  }

  @Test
  void aDeletedCommentLeavesItsReplies() {
    int reply = given.aComment("Reply", task, lea);
    jdbc.sql("UPDATE comments SET parent_id = ? WHERE id = ?").params(comment, reply).update();
    as(dev)
        .delete(path())
        .then()
        .statusCode(200)
        .body("message", equalTo("Comment deleted successfully"));
    as(dev)
        .get("/tasks/" + task.id() + "/comments")
        .then()
        .body("comments.id", contains(reply))
        .body("comments[0].parent_id", nullValue());
    assertThat(audited("comment_deleted"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry)
                  .containsEntry("resource_id", "" + comment)
                  .containsEntry("actor_user_id", dev.id());
              assertThat(entry.get("metadata"))
                  .asString()
                  .isEqualTo("{\"task_id\":" + task.id() + "}");
            });
    assertThat(events("comment.deleted")).hasSize(1);
  }

  @Test
  void ofTwoDeletionsAtOnceOneFindsNothing() throws Exception {
    try (var executor = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      java.util.concurrent.Callable<Integer> deletion = () -> as(dev).delete(path()).statusCode();
      var answers = executor.invokeAll(java.util.List.of(deletion, deletion));
      assertThat(answers)
          .extracting(java.util.concurrent.Future::get)
          .containsExactlyInAnyOrder(200, 404);
    }
  }
}
