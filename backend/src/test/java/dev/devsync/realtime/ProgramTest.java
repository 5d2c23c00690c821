package dev.devsync.realtime;

import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestTask;
import dev.devsync.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a project, somebody in it, and programs that listen at the plain WebSocket. */
abstract class ProgramTest extends LiveTest {

  private final List<StreamClient> streams = new ArrayList<>();
  TestUser lead;
  TestUser dave;
  TestProject project;
  TestTask task;

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

  StreamClient streamOf(TestUser user) {
    return stream(Map.of("Authorization", "Bearer " + user.token()));
  }

  StreamClient stream(Map<String, String> headers) {
    StreamClient client = StreamClient.open(port, headers);
    streams.add(client);
    return client;
  }

  void change(TestTask which, String fields) {
    as(lead, "{" + fields + "}").put("/tasks/" + which.id()).then().statusCode(200);
  }

  /** Waits until everything that happened so far was delivered to this stream. */
  void settle(TestUser user, StreamClient stream) {
    String mark = "mark " + System.nanoTime();
    stream.ask("subscribe", Map.of("notifications", true));
    as(user, "{\"message\":\"%s\"}".formatted(mark)).post("/notifications").then().statusCode(201);
    stream.awaitEvent("notification", "message", mark);
  }

  static List<String> titles(StreamClient stream) {
    return stream.heard("task_updated").stream()
        .map(data -> data.path("task").path("title").asString(""))
        .toList();
  }
}
