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
import java.util.stream.Collectors;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is there when many come and go at once. */
class PresenceTest extends LiveTest {

  @Autowired private Presence presence;
  @Autowired private LiveSessions sessions;
  private TestProject project;
  private LiveClient watcher;

  @BeforeEach
  void watch() throws Exception {
    TestUser lead = given.aTeamLead();
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
    int id = update.getJSONObject("user").getInt("id");
    JSONArray users = update.getJSONArray("users");
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

    presence.joined(session, room);

    assertThat(presence.viewers(room)).extracting(Viewer::id).doesNotContain(dave.id());
  }
}
