package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.platform.access.Role;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CatchUpTest extends LiveTest {

  @Autowired private RealtimeRepository repository;
  @Autowired private MembershipRepository memberships;
  @Autowired private OutboxRepository outbox;
  @Autowired private LiveSessions sessions;
  @Autowired private Timeline timeline;
  private TestUser lead;
  private TestUser dave;
  private TestProject project;
  private TestTask task;
  private TestTask hidden;
  private long seen;

  @BeforeEach
  void seeOneEvent() throws Exception {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    project = given.aProject("Apollo", lead).withMember(dave);
    task = given.aTask("Land", lead).in(project);
    hidden = given.aTask("Secret", lead).in(given.aProject("Hidden", lead));
    LiveClient tab = tabOf(dave);
    tab.join("project", project.id());
    rename(task, "First");
    seen = tab.awaitEvent("task_updated", "task_id", task.id()).getLong("seq");
    settle(dave, tab);
    tab.close();
  }

  private void rename(TestTask which, String title) {
    change(which, "\"title\":\"" + title + "\"");
  }

  private void change(TestTask which, String fields) {
    as(lead, "{" + fields + "}").put("/tasks/" + which.id()).then().statusCode(200);
  }

  private LiveClient comeBack(Map<String, String> more) {
    Map<String, String> auth = new HashMap<>(more);
    auth.put("token", dave.token());
    auth.put("last_seq", Long.toString(seen));
    return open(auth, "websocket").connected();
  }

  private static List<String> titles(LiveClient tab) {
    return tab.heard("task_updated").stream()
        .map(e -> e.optJSONObject("task").optString("title"))
        .toList();
  }

  /** Without the comings and goings, which others write at the same time in whatever order. */
  private static List<Long> seqs(LiveClient tab) {
    return tab.heard().stream()
        .filter(event -> !event.name().equals("presence_update"))
        .map(event -> event.payload().optLong("seq"))
        .toList();
  }

  @Test
  void aRoomThatIsJoinedAgainIsCaughtUpInOrder() throws Exception {
    rename(task, "Second");
    rename(hidden, "Not for Dave");
    rename(task, "Third");

    LiveClient tab = comeBack(Map.of());
    rename(task, "Before joining");
    tab.join("project", project.id());
    rename(task, "After joining");
    settle(dave, tab);

    assertThat(titles(tab)).containsExactly("Second", "Third", "Before joining", "After joining");
    assertThat(tab.heard().toString()).doesNotContain("Not for Dave");
  }

  @Test
  void roomsThatTellTheSameRepeatNothing() throws Exception {
    rename(task, "Second");

    LiveClient tab = comeBack(Map.of());
    tab.join("task", task.id());
    tab.emit("leave_task", new JSONObject().put("task_id", task.id()));
    tab.join("project", project.id());
    tab.join("task", task.id());
    rename(task, "Third");
    settle(dave, tab);

    assertThat(titles(tab)).containsExactly("Second", "Third");
  }

  @Test
  void personalEventsArriveWithoutJoiningAnything() {
    as(lead, "{\"message\":\"while away\",\"user_id\":%d}".formatted(dave.id()))
        .post("/notifications")
        .then()
        .statusCode(201);

    LiveClient tab = comeBack(Map.of());
    settle(dave, tab);

    assertThat(tab.heard("notification").stream().map(n -> n.optString("message")))
        .filteredOn(message -> message.startsWith("while"))
        .containsExactly("while away");
    assertThat(seqs(tab)).isSorted().allSatisfy(seq -> assertThat(seq).isGreaterThan(seen));
  }

  @Test
  void roomsNamedWhenConnectingAreCaughtUpTogether() {
    TestProject other = given.aProject("Gemini", lead).withMember(dave);
    rename(task, "Second");
    change(task, "\"project_id\":" + other.id());
    change(task, "\"assigned_to\":" + dave.id());

    LiveClient tab = comeBack(Map.of("projects", other.id() + "," + project.id()));
    settle(dave, tab);

    assertThat(tab.heard("task_updated")).hasSize(4);
    assertThat(tab.heard("notification")).isNotEmpty();
    assertThat(seqs(tab)).isSorted();
  }

  @Test
  void aSessionThatIsThereCanResumeToo() throws Exception {
    rename(task, "Second");
    LiveClient tab = tabOf(dave);
    tab.join("project", project.id());
    rename(task, "Third");
    tab.awaitEvent("task_updated", "task_id", task.id());

    JSONObject answer = tab.emit("resume", new JSONObject().put("last_seq", seen));
    settle(dave, tab);

    assertThat(answer.getString("message")).isEqualTo("Resumed");
    assertThat(titles(tab)).containsExactlyInAnyOrder("Second", "Third");
  }

  @Test
  void aRightThatWasLostMeanwhileGivesNothing() throws Exception {
    rename(task, "Second");
    as(lead, "{\"team_members\":[]}").put("/projects/" + project.id()).then().statusCode(200);

    LiveClient tab = comeBack(Map.of("projects", "" + project.id(), "tasks", "" + task.id()));
    JSONObject answer = tab.emit("join_project", new JSONObject().put("project_id", project.id()));
    settle(dave, tab);

    assertThat(answer.getString("status")).isEqualTo("error");
    assertThat(tab.heard("task_updated")).isEmpty();
    assertThat(tab.heard().toString()).doesNotContain("Second");
  }

  @Test
  void aCutBetweenTwoEventsOfOneChangeLosesNothingAndRepeatsNothing() throws Exception {
    LiveClient before = comeBack(Map.of("projects", "" + project.id()));
    as(lead, "{\"content\":\"hello @%s\"}".formatted(dave.email().split("@")[0]))
        .post("/tasks/%d/comments".formatted(task.id()))
        .then()
        .statusCode(201);
    before.awaitEvent("notification", "title", "You Were Mentioned");
    List<Long> all = seqs(before);
    seen = before.heard("new_comment").getFirst().getLong("seq");

    LiveClient tab = comeBack(Map.of("projects", "" + project.id()));
    settle(dave, tab);

    assertThat(tab.heard("user_mentioned")).hasSize(1);
    assertThat(tab.heard("new_comment")).isEmpty();
    assertThat(all).doesNotHaveDuplicates();
    assertThat(seqs(tab))
        .startsWith(all.subList(all.indexOf(seen) + 1, all.size()).toArray(Long[]::new));
  }

  /** Asks for rights in vain, after something has happened in the room meanwhile. */
  private CatchUp failing(Runnable meanwhile) {
    RoomRights unknown =
        new RoomRights(repository, memberships) {
          @Override
          Set<Room> allowed(int userId, Role role, Collection<Room> rooms) {
            meanwhile.run();
            throw new IllegalStateException("the database is away");
          }
        };
    return new CatchUp(outbox, unknown, sessions, timeline);
  }

  @Test
  void whatHappenedWhileJoiningFailedIsGivenWhenItSucceeds() throws Exception {
    LiveClient tab = comeBack(Map.of());
    LiveClient other = tabOf(lead);
    LiveSession session = sessions.of(dave.id()).iterator().next();
    Set<Room> room = Set.of(Room.project(project.id()));
    Runnable rename =
        () -> {
          rename(task, "While joining");
          settle(lead, other);
        };

    assertThatThrownBy(() -> failing(rename).enter(session, room))
        .isInstanceOf(IllegalStateException.class);
    assertThat(session.rooms()).doesNotContainAnyElementsOf(room);
    tab.join("project", project.id());
    settle(dave, tab);

    assertThat(titles(tab)).containsExactly("While joining");
  }

  @Test
  void whoJoinsTooLateToBeCaughtUpIsToldOnceToLoadEverythingAgain() throws Exception {
    rename(task, "Second");
    LiveClient tab = comeBack(Map.of("projects", "" + project.id()));
    clock.advance(Duration.ofSeconds(61));

    tab.join("project", project.id());
    settle(dave, tab);
    assertThat(tab.heard("resync_required")).isEmpty();
    tab.join("task", task.id());
    settle(dave, tab);
    tab.emit("leave_task", new JSONObject().put("task_id", task.id()));
    tab.join("task", task.id());
    settle(dave, tab);

    assertThat(tab.heard("resync_required"))
        .extracting((JSONObject event) -> event.optLong("last_seq"))
        .containsExactly(seen);
    assertThat(titles(tab)).containsExactly("Second");
  }
}
