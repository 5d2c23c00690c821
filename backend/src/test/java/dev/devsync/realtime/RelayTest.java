package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What older clients ask to be passed on. */
class RelayTest extends LiveTest {

  private TestUser lead;
  private TestUser dave;
  private TestTask task;
  private LiveClient sender;
  private JSONObject comment;

  @BeforeEach
  void comment() throws Exception {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    TestProject project = given.aProject("Apollo", lead).withMember(dave);
    task = given.aTask("Land", lead).in(project);
    sender = tabOf(dave);
    comment =
        new JSONObject()
            .put("project_id", project.id())
            .put("task_id", task.id())
            .put("comment_id", given.aComment("hello", task, dave));
  }

  private JSONObject mention(List<?> users) throws Exception {
    return sender.emit("comment_added", comment.put("mentioned_users", new JSONArray(users)));
  }

  private int relayed() {
    return jdbc.sql("SELECT count(*) FROM ops.events WHERE type = 'relayed'")
        .query(Integer.class)
        .single();
  }

  @Test
  void somebodyWhoIsMentionedManyTimesHearsItOnce() throws Exception {
    LiveClient tab = tabOf(lead);
    int before = relayed();

    mention(Collections.nCopies(100, lead.id()));
    settle(lead, tab);

    assertThat(tab.heard("user_mentioned")).hasSize(1);
    assertThat(relayed() - before).isEqualTo(2);
  }

  @Test
  void tooManyMentionsAreRefusedAndNothingIsPassedOn() throws Exception {
    int before = relayed();

    JSONObject answer = mention(IntStream.rangeClosed(1, 101).boxed().toList());

    assertThat(answer.getString("status")).isEqualTo("error");
    assertThat(answer.getString("message")).isEqualTo("Too many mentioned users");
    assertThat(relayed()).isEqualTo(before);
  }

  @Test
  void whoeverMaySeeTheTaskHearsOfBeingMentionedAndNobodyElse() throws Exception {
    TestUser otherLead = given.aTeamLead();
    TestUser assignee = given.aDeveloper("Anna");
    TestUser outsider = given.aDeveloper("Olga");
    task.assignedTo(assignee);
    LiveClient manages = tabOf(otherLead);
    LiveClient worksOnIt = tabOf(assignee);
    LiveClient outside = tabOf(outsider);

    mention(List.of(otherLead.id(), "" + assignee.id(), outsider.id(), "nobody", -1));

    int id = comment.getInt("comment_id");
    assertThat(manages.awaitEvent("user_mentioned", "comment_id", id).getInt("mentioned_by"))
        .isEqualTo(dave.id());
    worksOnIt.awaitEvent("user_mentioned", "comment_id", id);
    settle(outsider, outside);
    assertThat(outside.heard("user_mentioned")).isEmpty();
  }

  @Test
  void aTimeIsPassedOnAsItIsOrIsNow() throws Exception {
    LiveClient tab = tabOf(dave);
    tab.join("task", task.id());
    String longer = "the time at which all of this happened, in the words of a client";

    for (Object time : List.<Object>of(1_700_000_000_123L, 17.5, longer)) {
      String type = time.getClass().getSimpleName();
      sender.emit("task_update", comment.put("timestamp", time).put("update_type", type));
      assertThat(tab.awaitEvent("task_updated", "update_type", type).get("timestamp"))
          .isEqualTo(time);
    }
    sender.emit("task_update", comment.put("timestamp", JSONObject.NULL).put("update_type", "now"));
    assertThat(tab.awaitEvent("task_updated", "update_type", "now").getString("timestamp"))
        .startsWith("20");
    JSONObject endless = comment.put("timestamp", "9".repeat(20_000));
    assertThat(sender.emit("task_update", endless).getString("message"))
        .isEqualTo("Invalid payload");
  }
}
