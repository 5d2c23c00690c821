package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.realtime.TwoServers.Person;
import dev.devsync.server.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers, each a process of its own, on one database. */
class ClusterTest {

  private static final int CHANGES = 40;

  private final List<LiveClient> tabs = new ArrayList<>();
  private TwoServers servers;
  private ServerProcess one;
  private ServerProcess two;
  private Person lead;
  private Person dave;

  @BeforeEach
  void startTwoServers() throws Exception {
    servers = new TwoServers();
    one = servers.one;
    two = servers.two;
    lead = servers.lead;
    dave = servers.dave;
  }

  @AfterEach
  void stopThem() throws Exception {
    tabs.forEach(LiveClient::close);
    servers.close();
  }

  private LiveClient tab(ServerProcess server, Person person, Map<String, String> more) {
    Map<String, String> auth = new HashMap<>(more);
    auth.put("token", person.token());
    LiveClient tab = LiveClient.open(server.port(), auth, "websocket").connected();
    tabs.add(tab);
    return tab;
  }

  private static List<String> titles(LiveClient tab) {
    return tab.heard("task_updated").stream()
        .map(event -> event.optJSONObject("task").optString("title"))
        .toList();
  }

  @Test
  void theyActAsOne() throws Exception {
    LiveClient here = tab(one, dave, Map.of());
    LiveClient there = tab(two, lead, Map.of());
    here.join("project", servers.project);
    there.join("project", servers.project);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                here.heard("presence_update").stream()
                    .anyMatch(update -> update.optJSONArray("users").length() == 2));
    servers.rename(two, "Changed there");
    here.awaitEvent("task_updated", "update_type", "updated");
    assertThat(titles(here)).containsExactly("Changed there");

    two.send("PUT", "/api/v1/projects/" + servers.project, lead.token(), "{\"team_members\":[]}");
    here.awaitEvent("project_update", "update_type", "member_removed");
    there.awaitEvent("presence_update", "event", "leave");
    servers.rename(two, "Not for Dave");
    there.awaitEvent("task_updated", "update_type", "updated");
    one.send("POST", "/api/v1/notifications", dave.token(), "{\"message\":\"mark\"}");
    here.awaitEvent("notification", "message", "mark");
    assertThat(titles(here)).containsExactly("Changed there");

    two.send("POST", "/api/v1/auth/logout", dave.token(), "");
    await().atMost(Duration.ofSeconds(10)).until(() -> !here.isConnected());
  }

  @Test
  void aKilledServerLosesNoEventAndIsForgotten() throws Exception {
    LiveClient here = tab(one, dave, Map.of());
    LiveClient there = tab(two, lead, Map.of());
    here.join("project", servers.project);
    there.join("project", servers.project);
    here.awaitEvent("presence_update", "event", "join");
    servers.rename(two, "First");
    long seen = there.awaitEvent("task_updated", "update_type", "updated").getLong("seq");
    List<String> acknowledged = new CopyOnWriteArrayList<>(List.of("First"));
    Thread writer = Thread.ofVirtual().start(() -> renameUntilItDies(acknowledged));

    await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > CHANGES);
    two.kill();
    long killed = System.nanoTime();
    writer.join();
    servers.rename(one, "Afterwards");
    acknowledged.add("Afterwards");

    await().atMost(Duration.ofSeconds(10)).until(() -> titles(here).contains("Afterwards"));
    assertThat(titles(here)).containsSubsequence(acknowledged).doesNotHaveDuplicates();
    LiveClient back =
        tab(
            one,
            lead,
            Map.of("last_seq", Long.toString(seen), "tasks", Integer.toString(servers.task)));
    await().atMost(Duration.ofSeconds(10)).until(() -> titles(back).contains("Afterwards"));
    assertThat(titles(back)).isEqualTo(titles(here).subList(1, titles(here).size()));
    await()
        .atMost(Duration.ofSeconds(45).minusNanos(System.nanoTime() - killed))
        .until(
            () ->
                here.heard("presence_update").stream()
                    .anyMatch(update -> update.optString("event").equals("leave")));
    assertThat(
            here.emit("get_presence", new JSONObject().put("project_id", servers.project))
                .getJSONArray("users")
                .length())
        .isEqualTo(1);
  }

  private void renameUntilItDies(List<String> acknowledged) {
    try {
      for (int number = 0; number < 10 * CHANGES; number++) {
        servers.rename(two, "Number " + number);
        acknowledged.add("Number " + number);
      }
    } catch (IOException killed) {
      // What was not acknowledged may have happened or not.
    }
  }
}
