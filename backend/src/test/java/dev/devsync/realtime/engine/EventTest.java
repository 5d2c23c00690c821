package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventTest extends EngineTest {

  private static final String LIMITED =
      "[{\"status\":\"error\",\"message\":\"Rate limit exceeded\"}]";

  @Test
  void argumentsAndNullsComeBackUnchanged() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send("42456[\"echo\",1,\"2\",{\"3\":[false,null]},null]");

    assertThat(client.next()).isEqualTo("43456[1,\"2\",{\"3\":[false,null]},null]");
  }

  @Test
  void anEventWithoutArgumentsHasAMissingOne() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send("421[\"register\"]");
    client.next();

    assertThat(server.recorder.events.getFirst().argument().isMissingNode()).isTrue();
  }

  @Test
  void eventsAreHandledInOrderAndNotOnTheEventLoop() throws Exception {
    FrameClient client = FrameClient.connect(server);

    IntStream.range(0, 40).forEach(number -> client.send("42[\"note\"," + number + "]"));

    Await.until(() -> server.recorder.events.size() == 40);
    assertThat(server.recorder.events)
        .extracting(event -> event.argument().intValue())
        .isEqualTo(IntStream.range(0, 40).boxed().toList());
    assertThat(server.recorder.events)
        .allMatch(event -> event.thread().getName().startsWith("socket-client-"));
  }

  @Test
  void fiftyEventsPassInASecondAndTheRestAreToldSo() throws Exception {
    FrameClient client = FrameClient.connect(server);

    IntStream.range(0, 80).forEach(number -> client.send("42" + number + "[\"echo\",1]"));

    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      answers.add(client.next());
    }
    assertThat(answers.stream().filter(answer -> answer.endsWith(LIMITED)).count())
        .isBetween(25L, 31L);
    assertThat(server.recorder.events.size()).isBetween(49, 55);
  }

  @Test
  void anEventThatFailsIsAcknowledgedAsAnErrorAndTheNextOneWorks() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send("421[\"fail\"]");
    client.send("422[\"echo\"]");

    assertThat(client.next())
        .isEqualTo("431[{\"status\":\"error\",\"message\":\"Internal server error\"}]");
    assertThat(client.next()).isEqualTo("432[]");
  }

  @Test
  void anAcknowledgementIsSentOnlyOnce() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send("421[\"twice\"]");
    client.send("422[\"echo\"]");

    assertThat(client.next()).isEqualTo("431[1]");
    assertThat(client.next()).isEqualTo("432[]");
  }

  @Test
  void aBinaryEventIsRefusedAndTheSessionSurvives() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send("451-7[\"echo\",{\"_placeholder\":true,\"num\":0}]");
    client.sendBinary(new byte[] {1, 2, 3});
    client.send("428[\"echo\"]");

    assertThat(client.next())
        .isEqualTo("437[{\"status\":\"error\",\"message\":\"Binary data is not supported\"}]");
    assertThat(client.next()).isEqualTo("438[]");
    assertThat(server.recorder.events).hasSize(1);
  }

  @Test
  void aBinaryEventOverPollingIsRefusedAndTheSessionSurvives() throws Exception {
    PollingClient client = PollingClient.connect(server);

    client.post("451-7[\"echo\",{\"_placeholder\":true,\"num\":0}]", "bAQID", "428[\"echo\"]");

    List<String> answers = new ArrayList<>();
    while (answers.size() < 2) {
      answers.addAll(client.poll());
    }
    assertThat(answers.getFirst()).contains("Binary data is not supported");
    assertThat(answers.getLast()).isEqualTo("438[]");
  }

  @Test
  void oneEncodedEventReachesManySessions() throws Exception {
    List<FrameClient> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.add(FrameClient.connect(server));
    }
    Await.until(() -> server.recorder.connected.size() == clients.size());
    EncodedEvent news = server.encoder.event("news", "hello");

    server.recorder.connected.forEach(session -> session.send(news));

    for (FrameClient client : clients) {
      assertThat(client.next()).isEqualTo("42[\"news\",\"hello\"]");
    }
  }
}
