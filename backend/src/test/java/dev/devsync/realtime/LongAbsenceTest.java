package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.json.JSONObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Clients that missed very much. */
class LongAbsenceTest extends LiveTest {

  private static final int EVENTS = 150;
  private static final int EACH = 10_000;

  @Autowired private Timeline timeline;
  @Autowired private OutboxRepository outbox;
  private TestUser lead;
  private TestProject project;
  private long seen;

  @BeforeEach
  void seeOneEvent() {
    lead = given.aTeamLead();
    project = given.aProject("Apollo", lead);
    try (LiveClient tab = tabOf(lead)) {
      settle(lead, tab);
      seen = tab.heard("notification").getLast().optLong("seq");
    }
  }

  private LiveClient comeBack(String transport) {
    Map<String, String> auth =
        Map.of("token", lead.token(), "last_seq", "" + seen, "projects", "" + project.id());
    return open(auth, transport).connected();
  }

  private static void awaitResync(LiveClient tab, long place) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                tab.heard("resync_required").stream()
                    .anyMatch(event -> event.optLong("last_seq") == place));
  }

  private void tellVeryMuch() {
    jdbc.sql(
            "INSERT INTO ops.events (type, payload) SELECT 'relayed', json_build_object('name',"
                + " 'project_update', 'rooms', json_build_array(:room::text), 'payload',"
                + " json_build_object('project_id', :project, 'update_type', n::text, 'updated_by',"
                + " 1, 'timestamp', 'then', 'data', json_build_object('text', repeat('x', :each))))"
                + " FROM generate_series(1, :events) n")
        .param("room", Room.project(project.id()).wireName())
        .param("project", project.id())
        .param("each", EACH)
        .param("events", EVENTS)
        .update();
  }

  private void assertThatItHeardEverythingInOrder(LiveClient tab) {
    tab.awaitEvent("project_update", "update_type", "" + EVENTS);
    settle(lead, tab);

    List<String> expected = IntStream.rangeClosed(1, EVENTS).mapToObj(Integer::toString).toList();
    assertThat(tab.heard("project_update"))
        .extracting((JSONObject event) -> event.optString("update_type"))
        .isEqualTo(expected);
    assertThat(tab.isConnected()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void whoMissedVeryMuchIsGivenEverything(String transport) {
    tellVeryMuch();

    awaitDelivery();

    assertThatItHeardEverythingInOrder(comeBack(transport));
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void whoIsToldVeryMuchAtOnceIsNotTakenForOneWhoDoesNotListen(String transport) {
    LiveClient tab = comeBack(transport);

    tellVeryMuch();

    assertThatItHeardEverythingInOrder(tab);
  }

  private void awaitDelivery() {
    try (LiveClient other = tabOf(lead)) {
      settle(lead, other);
    }
  }

  @Test
  void aPlaceThatNeverWasMeansLoadingEverythingAgain() throws Exception {
    LiveClient tab = tabOf(lead);
    long never = seen + 10_000_000_000L;

    assertThat(tab.emit("resume", new JSONObject().put("last_seq", never)).getString("status"))
        .isEqualTo("error");
    awaitResync(tab, never);
  }

  @Test
  void aPlaceTooLongAgoMeansLoadingEverythingAgain() {
    jdbc.sql(
            "INSERT INTO ops.events (type, payload) SELECT 'relayed', json_build_object('name',"
                + " 'project_update', 'rooms', json_build_array('project_0'), 'payload',"
                + " json_build_object()) FROM generate_series(1, ?)")
        .param(Timeline.MOST_ROWS + 1)
        .update();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> timeline.find(Position.rowOf(seen)).isEmpty());

    awaitResync(comeBack("websocket"), seen);
  }

  /** Others come and go; no change of anything. */
  private void others(int times) {
    jdbc.sql(
            "INSERT INTO ops.events (type, payload) SELECT 'presence.changed', json_build_object("
                + "'name', 'presence_update', 'rooms', json_build_array(:room::text), 'payload',"
                + " json_build_object('scope', 'project', 'project_id', :project, 'task_id', null,"
                + " 'event', 'join', 'user', json_build_object('id', 1, 'name', 'Ann', 'role',"
                + " 'developer', 'joined_at', '2026-05-07T12:00:00Z'), 'users', json_build_array(), 'timestamp',"
                + " '2026-05-07T12:00:00Z')) FROM generate_series(1, :times)")
        .param("room", Room.project(project.id()).wireName())
        .param("project", project.id())
        .param("times", times)
        .update();
  }

  @Test
  void howOftenOthersCameAndWentIsOfNoMatter() throws Exception {
    LiveClient first = tabOf(lead);
    first.join("project", project.id());
    others(1);
    seen = first.awaitEvent("presence_update", "timestamp", "2026-05-07T12:00:00Z").getLong("seq");
    first.close();
    as(lead, "{\"description\":\"Moon\"}").put("/projects/" + project.id()).then().statusCode(200);
    others(Timeline.MOST_ROWS + 1);
    awaitDelivery();

    LiveClient tab = comeBack("websocket");

    tab.awaitEvent("project_update", "update_type", "updated");
    settle(lead, tab);
    assertThat(tab.heard("resync_required")).isEmpty();
    assertThat(tab.heard("project_update")).hasSize(1);
  }

  @Test
  void aServerThatStartsReadsBackWhatIsOfUseOnly() {
    as(lead, "{\"description\":\"Moon\"}").put("/projects/" + project.id()).then().statusCode(200);
    others(500);

    List<OutboxEvent> past = outbox.before(outbox.end(), 50);

    assertThat(past).hasSizeLessThanOrEqualTo(50);
    assertThat(past).extracting(OutboxEvent::type).contains("project.updated");
    assertThat(past).extracting(OutboxEvent::type).doesNotContain("presence.changed");
  }
}
