package dev.devsync.comments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.platform.access.Role;
import dev.devsync.testing.HttpTest;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told that a comment mentions them. */
class MentioningTest extends HttpTest {

  private TestUser dev;
  private TestUser ann;
  private TestProject project;
  private TestTask task;

  @BeforeEach
  void aProject() {
    dev = given.aDeveloper();
    ann = given.aDeveloper("Ann Lee");
    project = given.aProject("Manuals", given.aTeamLead()).withMember(dev, ann);
    task = given.aTask("Write the manual", dev).in(project).assignedTo(dev);
  }

  private int comment(String json) {
    return as(dev, json)
        .post("/tasks/" + task.id() + "/comments")
        .then()
        .statusCode(201)
        .extract()
        .path("comment.id");
  }

  private int say(String text) {
    return comment("{\"content\": \"" + text.replace("\"", "\\\"") + "\"}");
  }

  private List<Map<String, Object>> mentionsOf(TestUser user) {
    return notificationsOf(user).stream()
        .filter(n -> n.get("notification_type").equals("user_mentioned"))
        .toList();
  }

  @Test
  void aMentionedMemberIsToldOnceAndOfNothingElse() {
    int id = say("@annlee and @\"Ann Lee\" and @" + ann.email());
    assertThat(notificationsOf(ann))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row)
                  .containsEntry("notification_type", "user_mentioned")
                  .containsEntry("title", "You Were Mentioned")
                  .containsEntry("reference_id", "" + id)
                  .containsEntry("task_id", task.id())
                  .containsEntry("is_read", false);
              assertThat(row.get("message"))
                  .asString()
                  .contains("\"Write the manual\"", dev.name());
            });
  }

  @Test
  void everyWayOfNamingSomebodyIsFoundInTheDatabase() {
    jdbc.sql("UPDATE users SET github_username = 'Octo-Ann' WHERE id = ?").param(ann.id()).update();
    TestUser zoe = given.aUser("Zoë Ångström-Öst Jr.", Role.DEVELOPER);
    project.withMember(zoe);
    String local = ann.email().substring(0, ann.email().indexOf('@'));
    List<String> ways =
        List.of(
            "@ANN.LEE.",
            "@octo-ann!",
            "@" + local,
            "@ann_lee",
            "@ann-lee",
            "@\"ann lee\"",
            "@" + ann.email() + ".");
    ways.forEach(this::say);
    assertThat(mentionsOf(ann)).hasSize(ways.size());
    say("@ZOËÅNGSTRÖM-ÖSTJR. has it");
    say("@zoë_ångström-öst_jr");
    assertThat(mentionsOf(zoe)).hasSize(2);
  }

  @Test
  void whoCannotSeeTheTaskIsNotMentioned() {
    TestUser stranger = given.aDeveloper("Sly Stranger");
    comment(
        "{\"content\": \"@slystranger\", \"mentioned_user_ids\": [%d]}".formatted(stranger.id()));
    assertThat(notificationsOf(stranger)).isEmpty();
    assertThat(events("comment.added").getFirst().get("json"))
        .asString()
        .contains("\"mentioned\":[]");
  }

  @Test
  void managersSeeEveryTaskAndSoCanBeMentioned() {
    TestUser ada = given.aUser("Ada Boss", Role.ADMIN);
    TestUser lou = given.aUser("Lou Lead", Role.TEAM_LEAD);
    say("@adaboss @loulead");
    assertThat(mentionsOf(ada)).hasSize(1);
    assertThat(mentionsOf(lou)).hasSize(1);
  }

  @Test
  void theSameNameOutsideTheProjectDoesNotConfuse() {
    given.aDeveloper("Ann Lee");
    say("@annlee");
    assertThat(mentionsOf(ann)).hasSize(1);
  }

  @Test
  void aNameTwoMembersShareMentionsNeither() {
    TestUser other = given.aDeveloper("Ann Lee");
    project.withMember(other);
    say("@annlee");
    assertThat(mentionsOf(ann)).isEmpty();
    assertThat(mentionsOf(other)).isEmpty();
  }

  @Test
  void idsMentionTooUnderBothNamesAndUnknownOnesAreSkipped() {
    comment(
        "{\"content\": \"Hello\", \"mentioned_user_ids\": [%d, \"2147483647\"]}"
            .formatted(ann.id()));
    comment("{\"content\": \"Hello\", \"mentioned_users\": [\"%d\"]}".formatted(ann.id()));
    assertThat(mentionsOf(ann)).hasSize(2);
  }

  @Test
  void nobodyMentionsThemselves() {
    say("@" + dev.email());
    assertThat(notificationsOf(dev)).isEmpty();
    assertThat(events("comment.added").getFirst().get("json"))
        .asString()
        .contains("\"mentioned\":[]");
  }

  @Test
  void anEditTellsOnlyWhomTheTextDidNotMentionBefore() {
    TestUser bob = given.aDeveloper("Bob Berg");
    project.withMember(bob);
    int id = say("@annlee look");
    as(dev, "{\"content\": \"@annlee and @bobberg look\"}")
        .put("/comments/" + id)
        .then()
        .statusCode(200);
    assertThat(mentionsOf(ann)).hasSize(1);
    assertThat(mentionsOf(bob)).hasSize(1);
    assertThat(events("comment.updated").getFirst().get("json"))
        .asString()
        .contains("\"newly_mentioned\":[%d]".formatted(bob.id()));
  }

  @Test
  void whoWasToldByIdIsNotToldAgainWhenAnEditNamesThem() {
    int id = comment("{\"content\": \"Hello\", \"mentioned_user_ids\": [%d]}".formatted(ann.id()));
    as(dev, "{\"content\": \"Hello @annlee\"}").put("/comments/" + id).then().statusCode(200);
    as(dev, "{\"content\": \"Hello\", \"mentioned_user_ids\": [%d]}".formatted(ann.id()))
        .put("/comments/" + id)
        .then()
        .statusCode(200);
    assertThat(mentionsOf(ann)).hasSize(1);
  }

  @Test
  void anEditTellsNobodyElse() {
    int id = say("Hello");
    int before = notificationsOf(ann).size();
    as(dev, "{\"content\": \"Hello again\"}").put("/comments/" + id).then().statusCode(200);
    assertThat(notificationsOf(ann)).hasSize(before);
  }

  @Test
  void aMentionTakesTheSameStatementsInALargeProject() {
    say("@annlee");
    int small = statementsOf(() -> say("@annlee"));
    for (int i = 0; i < 98; i++) {
      project.withMember(given.aDeveloper("Member " + i));
    }
    int large = statementsOf(() -> say("@annlee"));
    assertThat(large).isEqualTo(small).isLessThanOrEqualTo(12);
    assertThat(
            jdbc.sql("SELECT count(*) FROM notifications WHERE notification_type = 'comment_added'")
                .query(Integer.class)
                .single())
        .isGreaterThan(98);
  }

  @Test
  void aTextFullOfAtSignsIsNoBurden() {
    say("@a,".repeat(333));
    say("@".repeat(1000));
    say("@a@b-".repeat(200));
    assertThat(mentionsOf(ann)).isEmpty();
  }
}
