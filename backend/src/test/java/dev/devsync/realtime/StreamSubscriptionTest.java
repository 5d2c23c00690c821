package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StreamSubscriptionTest extends ProgramTest {

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
  void programsAreNotPresent() throws Exception {
    StreamClient stream = streamOf(dave);
    stream.ask("subscribe", Map.of("tasks", List.of(task.id())));

    LiveClient tab = tabOf(lead);
    tab.join("task", task.id());
    JsonNode arrival = stream.awaitEvent("presence_update", "event", "join");

    assertThat(arrival.path("users").size()).isEqualTo(1);
    assertThat(arrival.path("user").path("id").asInt()).isEqualTo(lead.id());
  }
}
