package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StreamTest extends LiveTest {

  private final List<StreamClient> streams = new ArrayList<>();
  private TestUser lead;
  private TestUser dave;
  private TestProject project;
  private TestTask task;

  @BeforeEach
  void work() {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    project = given.aProject("Apollo", lead).withMember(dave);
    task = given.aTask("Land", lead).in(project);
  }

  @AfterEach
  void closeStreams() {
    streams.forEach(StreamClient::close);
  }

  private StreamClient streamOf(TestUser user) {
    return stream(Map.of("Authorization", "Bearer " + user.token()));
  }

  private StreamClient stream(Map<String, String> headers) {
    StreamClient client = StreamClient.open(port, headers);
    streams.add(client);
    return client;
  }

  private void change(TestTask which, String fields) {
    as(lead, "{" + fields + "}").put("/tasks/" + which.id()).then().statusCode(200);
  }

  /** Waits until everything that happened so far was delivered to this stream. */
  private void settle(TestUser user, StreamClient stream) {
    String mark = "mark " + System.nanoTime();
    stream.ask("subscribe", Map.of("notifications", true));
    as(user, "{\"message\":\"%s\"}".formatted(mark)).post("/notifications").then().statusCode(201);
    stream.awaitEvent("notification", "message", mark);
  }

  private static List<String> titles(StreamClient stream) {
    return stream.heard("task_updated").stream()
        .map(data -> data.path("task").path("title").asString(""))
        .toList();
  }

  private static int refusal(Throwable failure) {
    return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nothing: here", "Authorization: Bearer rubbish", "Cookie: COOKIE"})
  void nobodyGetsInWithoutAGoodTokenInTheHeader(String header) {
    String[] parts = header.replace("COOKIE", "access_token_cookie=" + dave.token()).split(": ", 2);

    assertThatThrownBy(() -> stream(Map.of(parts[0], parts[1])))
        .isInstanceOf(CompletionException.class)
        .satisfies(failure -> assertThat(refusal(failure)).isEqualTo(401));
  }

  @Test
  void aCookieDoesNotHelpAnEndedSession() {
    TestUser gone = given.aDeveloper("Gone");
    as(gone).post("/auth/logout").then().statusCode(200);

    assertThatThrownBy(
            () ->
                stream(
                    Map.of(
                        "Authorization",
                        "Bearer " + gone.token(),
                        "Cookie",
                        "access_token_cookie=" + dave.token())))
        .satisfies(failure -> assertThat(refusal(failure)).isEqualTo(401));
  }

  @Test
  void aRequestThatIsNoHandshakeIsToldSo() {
    assertThat(as(dave).get("/stream").then().statusCode(400).extract().<String>path("message"))
        .isEqualTo("WebSocket handshake required");
  }

  @Test
  void aProgramHearsOnlyWhatItSubscribedTo() {
    StreamClient stream = streamOf(dave);
    change(task, "\"title\":\"Before\"");
    settle(lead, tabOf(lead));

    JsonNode answer =
        stream.ask(
            "subscribe", Map.of("projects", List.of(project.id()), "tasks", List.of(task.id())));
    change(task, "\"title\":\"After\",\"status\":\"in_progress\"");
    JsonNode event = stream.awaitEvent("task_updated", "update_type", "updated");
    settle(dave, stream);

    assertThat(answer.toString())
        .isEqualTo(
            "{\"id\":1,\"status\":\"success\",\"projects\":[%d],\"tasks\":[%d],\"notifications\":false,\"refused\":{\"projects\":[],\"tasks\":[]},\"resumed\":null,\"seq\":%d}"
                .formatted(project.id(), task.id(), answer.path("seq").asLong()));
    assertThat(titles(stream)).containsExactly("After");
    assertThat(event.path("seq").asLong()).isPositive();
    assertThat(event.path("task").path("status").asString()).isEqualTo("in_progress");
    assertThat(stream.heard("dashboard_updated")).isEmpty();
  }

  @Test
  void bothKindsOfClientsHearTheSame() throws Exception {
    StreamClient stream = streamOf(dave);
    stream.ask("subscribe", Map.of("projects", List.of(project.id()), "notifications", true));
    LiveClient tab = tabOf(dave);
    tab.join("project", project.id());

    change(task, "\"assigned_to\":" + dave.id());
    as(lead, "{\"content\":\"hello @%s\"}".formatted(dave.email().split("@")[0]))
        .post("/tasks/%d/comments".formatted(task.id()))
        .then()
        .statusCode(201);
    settle(dave, stream);
    JsonNode last = stream.heard().getLast().path("data");
    tab.awaitEvent("notification", "message", last.path("message").asString());

    assertThat(names(stream.heard().stream().map(m -> m.path("event").asString())))
        .isEqualTo(names(tab.heard().stream().map(LiveClient.Heard::name)))
        .contains("task_updated", "new_comment", "user_mentioned", "notification");
    assertThat(tab.heard().getLast().payload().getLong("seq")).isEqualTo(last.path("seq").asLong());
  }

  /** Without presence: the tab's own joining came before it listened. */
  private static List<String> names(Stream<String> events) {
    return events.filter(name -> !name.equals("presence_update")).toList();
  }

  @Test
  void whatOneMayNotSeeIsRefusedAndNothingIsHeardOfIt() {
    TestProject secret = given.aProject("Secret", lead);
    TestTask hidden = given.aTask("Hidden", lead).in(secret);
    StreamClient stream = streamOf(dave);

    JsonNode answer =
        stream.ask(
            "subscribe",
            Map.of("projects", List.of(secret.id(), 999_999), "tasks", List.of(hidden.id())));
    change(hidden, "\"title\":\"Very secret\"");
    settle(dave, stream);

    assertThat(answer.path("refused").path("projects").size()).isEqualTo(2);
    assertThat(answer.path("refused").path("tasks").get(0).asInt()).isEqualTo(hidden.id());
    assertThat(answer.path("projects").size()).isZero();
    assertThat(stream.heard().toString()).doesNotContain("ecret");
  }

  @Test
  void aLostRightEndsTheSubscription() {
    StreamClient stream = streamOf(dave);
    stream.ask("subscribe", Map.of("projects", List.of(project.id())));

    as(lead, "{\"team_members\":[]}").put("/projects/" + project.id()).then().statusCode(200);
    stream.awaitEvent("project_update", "update_type", "member_removed");
    change(task, "\"title\":\"Not for Dave\"");
    settle(dave, stream);

    assertThat(stream.heard("task_updated")).isEmpty();
  }

  @Test
  void aNewRoleChangesWhatOneHears() {
    StreamClient stream = streamOf(dave);
    stream.ask("subscribe", Map.of("notifications", true));

    as(given.anAdmin(), "{\"role\":\"team_lead\"}")
        .put("/admin/users/%d/role".formatted(dave.id()))
        .then()
        .statusCode(200);
    stream.awaitEvent("dashboard_updated", "event_type", "user_role_changed");
    change(given.aTask("Elsewhere", lead), "\"title\":\"New\"");

    stream.awaitEvent("dashboard_updated", "event_type", "task_updated");
  }

  @Test
  void signingOutEndsTheStream() {
    StreamClient stream = streamOf(dave);
    stream.ask("subscribe", Map.of("projects", List.of(project.id())));

    as(dave).post("/auth/logout").then().statusCode(200);

    stream.awaitClose();
  }

  @Test
  void unsubscribingStopsTheEvents() {
    StreamClient stream = streamOf(dave);
    Map<String, ?> wanted = Map.of("projects", List.of(project.id()), "notifications", true);
    stream.ask("subscribe", wanted);

    assertThat(stream.ask("unsubscribe", wanted).path("message").asString())
        .isEqualTo("Unsubscribed");
    change(task, "\"title\":\"Unheard\"");
    settle(lead, tabOf(lead));
    settle(dave, stream);

    assertThat(stream.heard("task_updated")).isEmpty();
    assertThat(stream.heard("dashboard_updated")).isEmpty();
  }

  @Test
  void whatWasMissedComesFirstAndOnce() {
    StreamClient first = streamOf(dave);
    Map<String, ?> wanted = Map.of("projects", List.of(project.id()));
    first.ask("subscribe", wanted);
    change(task, "\"title\":\"First\"");
    long seen = first.awaitEvent("task_updated", "update_type", "updated").path("seq").asLong();
    first.close();
    change(task, "\"title\":\"Second\"");
    change(task, "\"title\":\"Third\"");

    StreamClient again = streamOf(dave);
    JsonNode answer =
        again.ask("subscribe", Map.of("projects", List.of(project.id()), "last_seq", seen));
    change(task, "\"title\":\"Fourth\"");
    settle(dave, again);

    assertThat(answer.path("resumed").asBoolean()).isTrue();
    assertThat(titles(again)).containsExactly("Second", "Third", "Fourth");
  }

  @Test
  void aPlaceThatNeverWasMeansLoadingEverythingAgain() {
    StreamClient stream = streamOf(dave);

    JsonNode answer =
        stream.ask("subscribe", Map.of("projects", List.of(project.id()), "last_seq", 999_999_999));

    assertThat(answer.path("resumed").asBoolean(true)).isFalse();
    assertThat(stream.awaitEvent("resync_required", "last_seq", "999999999")).isNotNull();
  }

  @Test
  void programsAreNotPresent() throws Exception {
    StreamClient stream = streamOf(dave);
    stream.ask("subscribe", Map.of("tasks", List.of(task.id())));

    LiveClient tab = tabOf(lead);
    tab.join("task", task.id());
    JsonNode arrival = stream.awaitEvent("presence_update", "event", "join");

    assertThat(arrival.path("users").size()).isEqualTo(1);
    assertThat(arrival.path("user").path("id").asInt()).isEqualTo(lead.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json                                | Invalid payload
          [1]                                     | Invalid payload
          {"action":7}                            | Invalid payload
          {"action":"dance"}                      | Unknown action
          {"action":"subscribe"}                  | Nothing to subscribe to
          {"action":"subscribe","projects":["x"]} | Nothing to subscribe to
          """)
  void whatIsNotUnderstoodIsAnsweredAndTheStreamGoesOn(String text, String message) {
    StreamClient stream = streamOf(dave);

    stream.send(text);

    assertThat(stream.answerWithoutId().path("message").asString()).isEqualTo(message);
    assertThat(stream.ask("subscribe", Map.of("notifications", true)).path("status").asString())
        .isEqualTo("success");
  }

  @Test
  void aFloodIsAnsweredWithRefusals() {
    StreamClient stream = streamOf(dave);

    for (int i = 0; i < 120; i++) {
      stream.send("{\"action\":\"unsubscribe\",\"notifications\":true,\"id\":\"x\"}");
      if (stream.hasAnswer("Rate limit exceeded")) {
        break;
      }
    }

    await().atMost(Duration.ofSeconds(10)).until(() -> stream.hasAnswer("Rate limit exceeded"));
    assertThat(stream.isClosed()).isFalse();
  }

  @Test
  void anOversizedMessageEndsTheStream() {
    StreamClient stream = streamOf(dave);

    stream.send("{\"action\":\"" + "x".repeat(70_000) + "\"}");

    assertThat(stream.awaitClose()).isIn(1009, 1006);
  }

  @Test
  void binaryEndsTheStream() {
    StreamClient stream = streamOf(dave);

    stream.sendBinary(new byte[] {1, 2, 3});

    assertThat(stream.awaitClose()).isEqualTo(1002);
  }
}
