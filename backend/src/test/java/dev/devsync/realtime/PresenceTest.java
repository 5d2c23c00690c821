package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is there when many come and go at once. */
class PresenceTest extends LiveTest {

  @Autowired private Presence presence;
  @Autowired private LiveSessions sessions;
  @Autowired private PresenceRepository repository;
  @Autowired private TransactionTemplate transaction;
  private TestUser lead;
  private TestProject project;
  private LiveClient watcher;

  @BeforeEach
  void watch() throws Exception {
    lead = given.aTeamLead();
    project = given.aProject("Apollo", lead);
    watcher = tabOf(lead);
    watcher.join("project", project.id());
  }

  /** People who name the room when they connect, all at the same time. */
  private List<LiveClient> arrive(int count) {
    List<TestUser> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TestUser user = given.aDeveloper("Person " + i);
      project.withMember(user);
      people.add(user);
    }
    String room = Integer.toString(project.id());
    List<LiveClient> tabs = new ArrayList<>();
    for (TestUser user : people) {
      tabs.add(open(Map.of("token", user.token(), "projects", room), "websocket"));
    }
    tabs.forEach(LiveClient::connected);
    return tabs;
  }

  private Set<Integer> told(String event) {
    return watcher.heard("presence_update").stream()
        .filter(update -> event.equals(update.opt("event")))
        .map(update -> update.optJSONObject("user").optInt("id"))
        .collect(Collectors.toSet());
  }

  private int viewersToldLast() {
    List<JSONObject> updates = watcher.heard("presence_update");
    return updates.isEmpty() ? 0 : updates.getLast().optJSONArray("users").length();
  }

  private static void awaitThat(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(20)).until(condition);
  }

  @Test
  void someWhoComeAndGoTogetherAreEachTold() {
    List<LiveClient> tabs = arrive(8);
    awaitThat(() -> told("join").size() == 9 && viewersToldLast() == 9);

    tabs.forEach(LiveClient::close);

    awaitThat(() -> told("leave").size() == 8);
    assertThat(viewersToldLast()).isEqualTo(1);
    assertThat(watcher.heard("presence_update"))
        .allSatisfy(
            update ->
                assertThat(isListed(update)).isEqualTo("join".equals(update.getString("event"))));
  }

  /** Whether the one who came or went is among those who are there. */
  private static boolean isListed(JSONObject update) throws Exception {
    return isListed(update.getJSONArray("users"), update.getJSONObject("user").getInt("id"));
  }

  private static boolean isListed(JSONArray users, int id) throws Exception {
    boolean isListed = false;
    for (int i = 0; i < users.length(); i++) {
      isListed |= users.getJSONObject(i).getInt("id") == id;
    }
    return isListed;
  }

  @Test
  void ofACrowdTheRoomHearsTogetherAndInTheEndEverything() {
    List<LiveClient> tabs = arrive(60);
    awaitThat(() -> viewersToldLast() == 61);

    assertThat(watcher.heard("presence_update")).hasSizeLessThan(45);

    tabs.subList(0, 30).forEach(LiveClient::close);
    awaitThat(() -> viewersToldLast() == 31);
  }

  @Test
  void whoeverWasTakenOutOfTheRoomWhileTheyJoinedIsNotThere() {
    TestUser dave = given.aDeveloper("Dave");
    tabOf(dave);
    LiveSession session = sessions.of(dave.id()).iterator().next();
    Room room = Room.project(project.id());

    assertThat(presence.joined(session, room).join())
        .extracting(Viewer::id)
        .doesNotContain(dave.id());
  }

  @Test
  void whoeverLosesTheirAccountLeaves() throws Exception {
    TestUser root = given.anAdmin();
    TestUser dave = given.aDeveloper("Dave");
    project.withMember(dave);
    tabOf(dave).join("project", project.id());
    awaitThat(() -> told("join").contains(dave.id()));

    assertThat(as(root).delete("/admin/users/" + dave.id()).statusCode()).isBetween(200, 204);

    awaitThat(() -> told("leave").contains(dave.id()));
    assertThat(watcher.heard("presence_update").getLast().getJSONObject("user").getString("name"))
        .isEqualTo("Dave");
  }

  @Test
  void whoAsksToComeInIsNotThereBeforeTheRightIsFoundGood() {
    TestUser dave = given.aDeveloper("Dave");
    tabOf(dave);
    LiveSession session = sessions.of(dave.id()).iterator().next();
    Room room = Room.project(project.id());
    sessions.join(session, Set.of(room));

    List<Viewer> there = presence.joined(session, room).join();

    sessions.leave(session, room);
    session.release();
    assertThat(there).extracting(Viewer::id).doesNotContain(dave.id());
    assertThat(told("join")).doesNotContain(dave.id());
  }

  @Test
  void aProgramThatSubscribesIsNotThereHoweverItLeaves() throws Exception {
    TestUser dave = given.aDeveloper("Dave");
    project.withMember(dave);
    Room room = Room.project(project.id());
    try (StreamClient program =
        StreamClient.open(port, Map.of("Authorization", "Bearer " + dave.token()))) {
      program.ask("subscribe", Map.of("projects", List.of(project.id())));
      LiveSession session = sessions.of(dave.id()).iterator().next();

      assertThat(presence.joined(session, room).join())
          .extracting(Viewer::id)
          .doesNotContain(dave.id());
    }
  }

  @Test
  void manyRoomsAtOnceLeaveConnectionsToRequests() throws Exception {
    int rooms = 12;
    List<CompletableFuture<List<Viewer>>> asked = new ArrayList<>();
    transaction.executeWithoutResult(
        status -> {
          for (int id = 1; id <= rooms; id++) {
            repository.lock(Room.task(id));
            presence.recheck(Room.task(id), "nobody");
            asked.add(presence.viewers(Room.task(id)));
          }

          as(lead).get("/projects").then().statusCode(200);

          assertThat(waitingForRooms()).isLessThanOrEqualTo(PresenceTurns.AT_ONCE);
        });
    for (CompletableFuture<List<Viewer>> each : asked) {
      assertThat(each.get(20, TimeUnit.SECONDS)).isEmpty();
    }
  }

  private int waitingForRooms() {
    return jdbc.sql(
            "SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND"
                + " wait_event_type = 'Lock' AND wait_event = 'advisory'")
        .query(Integer.class)
        .single();
  }

  @Test
  void whoWaitsToHearWhoIsThereDoesNotTakeOthersTurns() throws Exception {
    List<CompletableFuture<JSONObject>> waiting = new ArrayList<>();
    List<TestUser> people = new ArrayList<>();
    List<LiveClient> tabs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      people.add(given.aTeamLead());
      tabs.add(tabOf(people.getLast()));
    }
    LiveClient another = tabOf(given.aDeveloper());
    transaction.executeWithoutResult(
        status -> {
          repository.lock(Room.project(project.id()));
          for (LiveClient tab : tabs) {
            JSONObject room = new JSONObject(Map.of("project_id", project.id()));
            waiting.add(
                CompletableFuture.supplyAsync(
                    () -> tab.emit("join_project", room), Thread::startVirtualThread));
          }
          Room room = Room.project(project.id());
          awaitThat(() -> sessions.in(room).size() == 7);

          assertThat(another.emit("register", null).optString("status")).isEqualTo("success");
          assertThat(waiting).noneMatch(CompletableFuture::isDone);
        });
    int most = 0;
    for (int i = 0; i < waiting.size(); i++) {
      JSONArray there = waiting.get(i).get(20, TimeUnit.SECONDS).getJSONArray("presence");
      assertThat(isListed(there, people.get(i).id())).isTrue();
      most = Math.max(most, there.length());
    }
    assertThat(most).isEqualTo(7);
  }
}
