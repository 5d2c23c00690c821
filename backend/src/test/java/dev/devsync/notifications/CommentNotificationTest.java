package dev.devsync.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Role;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of a comment, besides those it mentions. */
class CommentNotificationTest extends HttpTest {

  private TestUser creator;
  private TestUser assignee;
  private TestUser member;
  private TestUser owner;
  private TestUser stranger;
  private TestTask task;

  @BeforeEach
  void aTaskInAProject() {
    creator = given.aTeamLead();
    assignee = given.aDeveloper("Ann Assignee");
    member = given.aDeveloper("Mem Member");
    owner = given.aDeveloper("Own Owner");
    stranger = given.aDeveloper("Sly Stranger");
    task =
        given
            .aTask("Write the manual", creator)
            .assignedTo(assignee)
            .in(given.aProject("Manuals", owner).withMember(member));
  }

  private int say(TestUser author, String more) {
    return as(author, "{\"content\": \"Hello\"" + more + "}")
        .post("/tasks/" + task.id() + "/comments")
        .then()
        .statusCode(201)
        .extract()
        .path("comment.id");
  }

  private List<Object> heard(TestUser user) {
    return notificationsOf(user).stream().map(row -> row.get("notification_type")).toList();
  }

  private void leaveTheProject(TestUser user) {
    jdbc.sql("DELETE FROM project_members WHERE user_id = ?").param(user.id()).update();
  }

  @Test
  void assigneeCreatorMembersAndTheProjectsCreatorHearOfAComment() {
    int id = say(member, "");
    for (TestUser user : List.of(creator, assignee, owner)) {
      assertThat(notificationsOf(user))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row)
                    .containsEntry("notification_type", "comment_added")
                    .containsEntry("title", "New Comment")
                    .containsEntry("reference_id", "" + id)
                    .containsEntry("task_id", task.id());
                assertThat(row.get("message")).asString().contains("\"Write the manual\"");
              });
    }
    assertThat(heard(member)).isEmpty();
    assertThat(heard(stranger)).isEmpty();
    say(assignee, "");
    assertThat(heard(member)).containsExactly("comment_reply");
  }

  @Test
  void everyRowHasItsLiveEventWithTheWholeNotification() {
    say(member, "");
    assertThat(events("notification.created"))
        .hasSize(3)
        .allSatisfy(
            event ->
                assertThat(event.get("json"))
                    .asString()
                    .contains(
                        "\"user_id\":",
                        "\"notification\":{",
                        "\"type\":\"comment_added\"",
                        "\"is_read\":false"));
  }

  @Test
  void whoCommentedBeforeGetsAReplyUnlessTheTaskIsTheirs() {
    given.aComment("Before", task, member);
    given.aComment("Before", task, assignee);
    given.aComment("Before", task, creator);
    int id = say(owner, "");
    assertThat(heard(assignee)).containsExactly("comment_added");
    assertThat(heard(creator)).containsExactly("comment_added");
    assertThat(notificationsOf(member))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row)
                  .containsEntry("notification_type", "comment_reply")
                  .containsEntry("title", "New Reply")
                  .containsEntry("reference_id", "" + id)
                  .containsEntry("task_id", task.id());
              assertThat(row.get("message"))
                  .asString()
                  .contains("\"Write the manual\"", owner.name());
            });
  }

  @Test
  void aReplyIsToldToTheParentsAuthorAndToEverybodyUnderTheSameRoot() {
    TestUser other = given.aUser("Oth Other", Role.TEAM_LEAD);
    int root = given.aComment("Root", task, assignee);
    int first = reply(given.aComment("First", task, other), root);
    int second = reply(given.aComment("Second", task, member), root);
    given.aComment("Elsewhere", task, stranger);
    TestUser apart = given.aUser("Apa Apart", Role.TEAM_LEAD);
    given.aComment("Another root", task, apart);
    int id = say(owner, ", \"parent_id\": " + first);
    assertThat(heard(assignee)).containsExactly("comment_reply");
    assertThat(heard(other)).containsExactly("comment_reply");
    assertThat(heard(member)).containsExactly("comment_reply");
    assertThat(heard(creator)).containsExactly("comment_added");
    assertThat(heard(apart)).isEmpty();
    assertThat(heard(stranger)).isEmpty();
    assertThat(notificationsOf(other).getFirst()).containsEntry("reference_id", "" + id);
    assertThat(second).isPositive();
  }

  private int reply(int comment, int parent) {
    jdbc.sql("UPDATE comments SET parent_id = ? WHERE id = ?").params(parent, comment).update();
    return comment;
  }

  @Test
  void aMentionComesBeforeAReplyAndAReplyBeforeAComment() {
    int root = given.aComment("Root", task, assignee);
    say(owner, ", \"parent_id\": %d, \"mentioned_user_ids\": [%d]".formatted(root, assignee.id()));
    assertThat(heard(assignee)).containsExactly("user_mentioned");
    say(owner, ", \"parent_id\": %d".formatted(root));
    assertThat(heard(assignee)).containsExactly("user_mentioned", "comment_reply");
  }

  @Test
  void whoCommentedBeforeButSeesTheTaskNoMoreHearsNothing() {
    given.aComment("Before", task, member);
    int root = given.aComment("Before", task, stranger);
    leaveTheProject(member);
    say(owner, "");
    say(owner, ", \"parent_id\": " + root);
    assertThat(heard(member)).isEmpty();
    assertThat(heard(stranger)).isEmpty();
  }

  @Test
  void switchesDoNotSilenceComments() {
    given.setting(
        "notification_settings", "{\"task_assignments\": false, \"project_updates\": false}");
    say(member, "");
    assertThat(heard(assignee)).containsExactly("comment_added");
  }

  @Test
  void onATaskWithoutProjectOnlyItsPeopleHear() {
    task.set("project_id", null);
    say(assignee, "");
    assertThat(heard(creator)).containsExactly("comment_added");
    assertThat(heard(member)).isEmpty();
    assertThat(heard(owner)).isEmpty();
  }

  @Test
  void aDeletedCommentNotifiesNobody() {
    int id = given.aComment("Oops", task, member);
    as(member).delete("/comments/" + id).then().statusCode(200);
    assertThat(events("notification.created")).isEmpty();
  }
}
