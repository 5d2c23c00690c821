package dev.devsync.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTest extends HttpTest {

  private TestUser lea;
  private TestUser dev;
  private TestUser stranger;
  private TestTask task;

  @BeforeEach
  void aTaskWithTwoPeople() {
    lea = given.aTeamLead();
    dev = given.aDeveloper();
    stranger = given.aDeveloper("Sly Stranger");
    task = given.aTask("Write the manual", lea).assignedTo(dev);
  }

  private String path() {
    return "/tasks/" + task.id() + "/comments";
  }

  private int comments() {
    return jdbc.sql("SELECT count(*) FROM comments").query(Integer.class).single();
  }

  @Test
  void aCommentIsStoredAuditedAndTold() {
    int id =
        as(dev, "{\"content\": \" Done soon \", \"author_id\": 1, \"author_name\": \"Somebody\"}")
            .post(path())
            .then()
            .statusCode(201)
            .body("message", equalTo("Comment added successfully"))
            .body("comment.content", equalTo(" Done soon "))
            .body("comment.task_id", equalTo(task.id()))
            .body("comment.user_id", equalTo(dev.id()))
            .body("comment.user_name", equalTo(dev.name()))
            .body("comment.author_name", equalTo(dev.name()))
            .body("comment", hasKey("user_avatar"))
            .body("comment.user_avatar", nullValue())
            .body("comment.parent_id", nullValue())
            .body("comment.updated_at", nullValue())
            .body("comment.version", equalTo(0))
            .extract()
            .path("comment.id");
    assertThat(audited("comment_added"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry)
                  .containsEntry("resource_type", "comment")
                  .containsEntry("resource_id", "" + id);
              assertThat(entry.get("metadata"))
                  .asString()
                  .contains("\"task_id\":" + task.id())
                  .doesNotContain("Done");
            });
    assertThat(events("comment.added"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event)
                  .containsEntry("task_id", task.id())
                  .containsEntry("actor_id", dev.id());
              assertThat(event.get("json"))
                  .asString()
                  .contains("\"created_by\":" + lea.id(), "\"author_name\"");
            });
  }

  @Test
  void theAnswerIsWhatTheListShowsNext() {
    var added =
        as(dev, "{\"content\": \"One\"}")
            .post(path())
            .then()
            .statusCode(201)
            .extract()
            .path("comment");
    var listed = as(lea).get(path()).then().statusCode(200).extract().path("comments[0]");
    assertThat(listed).isEqualTo(added);
  }

  @Test
  void commentsComeOldestFirst() {
    int first = given.aComment("First", task, dev);
    int second = given.aComment("Second", task, lea);
    jdbc.sql("UPDATE comments SET created_at = '2020-01-01' WHERE id = ?").param(second).update();
    as(dev).get(path()).then().statusCode(200).body("comments.id", contains(second, first));
  }

  @Test
  void aTaskWithoutCommentsHasAnEmptyList() {
    as(dev).get(path()).then().statusCode(200).body("comments", empty());
  }

  @Test
  void membersAndTheProjectsCreatorTakePart() {
    TestUser creator = given.aDeveloper("Cora Creator");
    TestUser member = given.aDeveloper("Mem Member");
    task.in(given.aProject("Manuals", creator).withMember(member));
    for (TestUser user : new TestUser[] {creator, member, given.anAdmin()}) {
      as(user, "{\"content\": \"Hello\"}").post(path()).then().statusCode(201);
      as(user).get(path()).then().statusCode(200);
    }
  }

  @Test
  void whoCannotSeeTheTaskFindsNothing() {
    given.aComment("Secret", task, dev);
    as(stranger)
        .get(path())
        .then()
        .statusCode(404)
        .body("error", org.hamcrest.Matchers.startsWith("404"));
    as(stranger, "{\"content\": \"Hello\"}")
        .post(path())
        .then()
        .statusCode(404)
        .body("status", equalTo("error"));
    assertThat(comments()).isOne();
    assertThat(events("comment.added")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2147483647", "99999999999", "-1", "abc", "1.5"})
  void thereIsNothingUnderOtherIds(String id) {
    as(dev)
        .get("/tasks/" + id + "/comments")
        .then()
        .statusCode(404)
        .body("message", equalTo("Resource not found"));
    as(dev, "{\"content\": \"Hello\"}").post("/tasks/" + id + "/comments").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                 | Missing required content field
          {"content": null}                                  | Missing required content field
          {"content": ""}                                    | Comment content cannot be empty
          {"content": " \\n "}                               | Comment content cannot be empty
          {"content": 5}                                     | content is invalid
          {"content": ["x"]}                                 | content is invalid
          {"content": "a\\u0000b"}                           | content is invalid
          {"content": "\\ud800"}                             | content is invalid
          {"content": "x", "parent_id": "first"}             | parent_id is invalid
          {"content": "x", "parent_id": 4294967296}          | parent_id is invalid
          {"content": "x", "parent_id": 2147483647}          | Parent comment not found
          {"content": "x", "mentioned_user_ids": 5}          | mentioned_user_ids is invalid
          {"content": "x", "mentioned_user_ids": ["ann"]}    | mentioned_user_ids is invalid
          {"content": "x", "mentioned_users": [1.5]}         | mentioned_user_ids is invalid
          []                                                 | Invalid or missing JSON body
          {"content": "x"                                    | Invalid JSON format in request body
          """)
  void badInputIsRefusedAndNothingIsStored(String json, String message) {
    as(dev, json).post(path()).then().statusCode(400).body("message", equalTo(message));
    assertThat(comments()).isZero();
    assertThat(audited("comment_added")).isEmpty();
  }

  @Test
  void aThousandCharactersAreEnough() {
    String longest = "😀".repeat(1000);
    as(dev, "{\"content\": \"" + longest + "\"}")
        .post(path())
        .then()
        .statusCode(201)
        .body("comment.content", equalTo(longest));
    as(dev, "{\"content\": \"" + "x".repeat(1001) + "\"}")
        .post(path())
        .then()
        .statusCode(400)
        .body("message", equalTo("Comment content must be less than 1000 characters"));
  }

  @Test
  void badInputIsToldBeforeTheMissingTask() {
    as(dev, "{}").post("/tasks/2147483647/comments").then().statusCode(400);
  }

  @Test
  void anOlderClientCallsTheContentComment() {
    as(dev, "{\"comment\": \"Hello\"}")
        .post(path())
        .then()
        .statusCode(201)
        .body("comment.content", equalTo("Hello"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null"})
  void noParentIsAlsoSaidBySendingNothing(String none) {
    String value = none.isEmpty() ? "\"\"" : none;
    as(dev, "{\"content\": \"x\", \"parent_id\": " + value + ", \"mentioned_user_ids\": null}")
        .post(path())
        .then()
        .statusCode(201)
        .body("comment.parent_id", nullValue());
  }

  @Test
  void aReplyNamesItsParent() {
    int parent = given.aComment("Question?", task, lea);
    as(dev, "{\"content\": \"Answer\", \"parent_id\": \"%d\"}".formatted(parent))
        .post(path())
        .then()
        .statusCode(201)
        .body("comment.parent_id", equalTo(parent));
  }

  @Test
  void aCommentOfAnotherTaskIsNoParent() {
    int elsewhere = given.aComment("Elsewhere", given.aTask("Another", dev), dev);
    as(dev, "{\"content\": \"x\", \"parent_id\": %d}".formatted(elsewhere))
        .post(path())
        .then()
        .statusCode(400)
        .body("message", equalTo("Parent comment not found"));
  }

  @Test
  void theListTakesTheSameStatementsHoweverLongItIs() {
    given.aComment("One", task, dev);
    int one = statementsOf(() -> as(dev).get(path()).then().statusCode(200));
    for (int i = 0; i < 99; i++) {
      given.aComment("Another", task, lea);
    }
    int hundred =
        statementsOf(() -> as(dev).get(path()).then().body("comments.size()", equalTo(100)));
    assertThat(hundred).isEqualTo(one).isLessThanOrEqualTo(3);
  }

  @Test
  void withoutATokenNothingIsSaid() {
    anonymous().get(path()).then().statusCode(401);
    anonymous("{\"content\": \"x\"}").post(path()).then().statusCode(401);
  }
}
