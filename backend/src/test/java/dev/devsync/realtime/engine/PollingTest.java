package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PollingTest extends EngineTest {

  @Test
  void theExchangeOfTheContractWorksAsWritten() throws Exception {
    PollingClient client = PollingClient.open(server);

    HttpResponse<String> posted = client.post("40{\"token\":\"good\"}");
    assertThat(posted.statusCode()).isEqualTo(200);
    assertThat(posted.body()).isEqualTo("ok");
    assertThat(client.poll()).singleElement().asString().matches("40\\{\"sid\":\"[^\"]+\"}");

    client.post("420[\"register\",{}]");
    assertThat(client.poll()).containsExactly("430[{\"status\":\"success\"}]");
  }

  @Test
  void theSocketIdIsNotTheSecretOfTheSession() throws Exception {
    PollingClient client = PollingClient.open(server);
    client.post("40{\"token\":\"good\"}");

    assertThat(client.poll().getFirst()).doesNotContain(client.sid());
  }

  @Test
  void onePostMayCarrySeveralPackets() throws Exception {
    PollingClient client = PollingClient.connect(server);

    client.post("421[\"echo\",1]", "422[\"echo\",\"žluť 🎈\"]", "423[\"echo\",3]");

    List<String> received = new ArrayList<>();
    while (received.size() < 3) {
      received.addAll(client.poll());
    }
    assertThat(received).containsExactly("431[1]", "432[\"žluť 🎈\"]", "433[3]");
  }

  @Test
  void everyQueuedEventArrivesHoweverManyThereAre() throws Exception {
    PollingClient client = PollingClient.connect(server);
    SocketSession session = server.recorder.onlySession();
    List<String> expected =
        IntStream.range(0, 500).mapToObj(number -> "42[\"news\"," + number + "]").toList();

    IntStream.range(0, 500).forEach(number -> session.send("news", number));

    List<String> received = new ArrayList<>();
    while (received.size() < expected.size()) {
      received.addAll(client.poll());
    }
    assertThat(received).isEqualTo(expected);
  }

  /** A payload with a field that is null. */
  private record Payload(Integer taskId) {}

  @Test
  void nullsAreSentLikeAnyOtherValue() throws Exception {
    PollingClient client = PollingClient.connect(server);
    Map<String, Object> map = new HashMap<>();
    map.put("task_id", null);

    server.recorder.onlySession().send("task_updated", map, new Payload(null));

    assertThat(client.poll())
        .containsExactly("42[\"task_updated\",{\"task_id\":null},{\"taskId\":null}]");
  }

  @Test
  void aHeldPollIsAnsweredAsSoonAsThereIsSomething() throws Exception {
    PollingClient client = PollingClient.connect(server);
    CompletableFuture<HttpResponse<String>> held = client.startPoll();

    client.post("42[\"say\",{\"a\":1}]");

    assertThat(held.get(5, TimeUnit.SECONDS).body()).isEqualTo("42[\"said\",{\"a\":1}]");
  }

  @Test
  void theServerPingsAndAnAnsweringClientStays() throws Exception {
    try (TestServer hasty =
        TestServer.start(
            limits -> {
              limits.pingInterval = Duration.ofMillis(300);
              limits.pingTimeout = Duration.ofMillis(400);
            })) {
      PollingClient client = PollingClient.connect(hasty);
      for (int i = 0; i < 4; i++) {
        assertThat(client.poll()).containsExactly("2");
        assertThat(client.post("3").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void aSilentClientIsGoneAfterThePingTimeout() throws Exception {
    try (TestServer hasty =
        TestServer.start(
            limits -> {
              limits.pingInterval = Duration.ofMillis(200);
              limits.pingTimeout = Duration.ofMillis(200);
            })) {
      PollingClient client = PollingClient.connect(hasty);

      Await.until(() -> hasty.recorder.closed.size() == 1);

      assertThat(client.statusOfPoll()).isEqualTo(400);
      assertThat(hasty.sessionCount()).isZero();
    }
  }

  @Test
  void aClientThatClosesGetsItsPollBackAndIsForgotten() throws Exception {
    PollingClient client = PollingClient.connect(server);
    CompletableFuture<HttpResponse<String>> held = client.startPoll();

    client.post("1");

    assertThat(held.get(5, TimeUnit.SECONDS).body()).isEqualTo("6");
    Await.until(() -> server.recorder.closed.size() == 1);
    assertThat(client.statusOfPoll()).isEqualTo(400);
  }

  @Test
  void aPollThatArrivesJustAfterTheClientsGoodbyeIsAnsweredOnce() throws Exception {
    PollingClient client = PollingClient.connect(server);
    client.post("1");

    assertThat(client.poll()).containsExactly("6");
    assertThat(client.statusOfPoll()).isEqualTo(400);
  }

  @RepeatedTest(20)
  void aSecondPollAtTheSameTimeEndsTheSession() throws Exception {
    PollingClient client = PollingClient.connect(server);
    CompletableFuture<HttpResponse<String>> first = client.startPoll();
    CompletableFuture<HttpResponse<String>> second = client.startPoll();

    List<Integer> statuses =
        List.of(
            first.get(5, TimeUnit.SECONDS).statusCode(),
            second.get(5, TimeUnit.SECONDS).statusCode());

    assertThat(statuses).containsExactlyInAnyOrder(200, 400);
    Await.until(() -> server.recorder.closed.size() == 1);
    assertThat(client.statusOfPoll()).isEqualTo(400);
  }

  @Test
  void aPostWithAnInvalidPacketIsRefusedAndEndsTheSession() throws Exception {
    PollingClient client = PollingClient.connect(server);

    assertThat(client.post("abc").statusCode()).isEqualTo(400);
    assertThat(client.statusOfPoll()).isEqualTo(400);
    Await.until(() -> server.recorder.closed.size() == 1);
  }

  @Test
  void aBodyLargerThanThePayloadLimitIsRefused() throws Exception {
    PollingClient client = PollingClient.connect(server);

    HttpResponse<String> response = client.post("42[\"echo\",\"" + "x".repeat(1_000_000) + "\"]");

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(server.recorder.events).isEmpty();
  }

  @Test
  void aBodyAtThePayloadLimitIsAccepted() throws Exception {
    PollingClient client = PollingClient.connect(server);
    String frame = "42[\"big\",\"\"]";

    HttpResponse<String> response =
        client.post("42[\"big\",\"" + "x".repeat(1_000_000 - frame.length()) + "\"]");

    assertThat(response.statusCode()).isEqualTo(200);
    Await.until(() -> server.recorder.events.size() == 1);
  }

  @Test
  void heldPollsEndAtOnceWhenTheServerStops() throws Exception {
    PollingClient client = PollingClient.connect(server);
    CompletableFuture<HttpResponse<String>> held = client.startPoll();

    server.engine.drain();

    // The poll may still have been on its way; then the session is gone when it arrives.
    assertThat(held.get(2, TimeUnit.SECONDS).body())
        .satisfiesAnyOf(
            body -> assertThat(body).isEqualTo("1"),
            body -> assertThat(body).contains("Session ID unknown"));
    assertThat(server.recorder.connected).isEmpty();
  }
}
