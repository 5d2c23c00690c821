package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class UpgradeTest {

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(limits -> limits.upgradeTimeout = Duration.ofMillis(500));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private FrameClient probed(PollingClient polling) throws Exception {
    FrameClient socket = FrameClient.forSession(server, polling.sid());
    socket.send("2probe");
    assertThat(socket.next()).isEqualTo("3probe");
    return socket;
  }

  @Test
  void aPollingSessionMovesToWebSocket() throws Exception {
    PollingClient polling = PollingClient.connect(server);
    FrameClient socket = probed(polling);

    socket.send("5");
    socket.send("421[\"echo\",1]");

    assertThat(socket.next()).isEqualTo("431[1]");
    assertThat(polling.statusOfPoll()).isEqualTo(400);
    assertThat(polling.post("42[\"echo\"]").statusCode()).isEqualTo(400);
  }

  @Test
  void aFrameAtThePayloadLimitIsAcceptedAfterwards() throws Exception {
    FrameClient socket = probed(PollingClient.connect(server));
    socket.send("5");
    String packet = "42[\"big\",\"\"]";

    socket.send("42[\"big\",\"" + "x".repeat(1_000_000 - packet.length()) + "\"]");

    Await.until(() -> server.recorder.events.size() == 1);
  }

  @Test
  void theProbeFreesTheHeldPollAndEveryLaterOne() throws Exception {
    PollingClient polling = PollingClient.connect(server);
    CompletableFuture<HttpResponse<String>> held = polling.startPoll();
    probed(polling);

    assertThat(held.get(5, TimeUnit.SECONDS).body()).isEqualTo("6");
    assertThat(polling.poll()).containsExactly("6");
  }

  @Test
  void anUpgradeThatBreaksLeavesThePollingSessionAlone() throws Exception {
    PollingClient polling = PollingClient.connect(server);
    FrameClient broken = probed(polling);

    broken.abort();

    polling.post("421[\"echo\",1]");
    Await.until(() -> polling.poll().contains("431[1]"));
    assertThat(server.recorder.closed).isEmpty();
    Await.until(() -> isUpgradePossible(polling));
  }

  private boolean isUpgradePossible(PollingClient polling) throws Exception {
    FrameClient again = FrameClient.forSession(server, polling.sid());
    again.send("2probe");
    return "3probe".equals(again.messages.poll(200, TimeUnit.MILLISECONDS));
  }

  @Test
  void anUpgradeThatIsNeverCompletedIsGivenUpAndPollingGoesOn() throws Exception {
    PollingClient polling = PollingClient.connect(server);
    FrameClient idle = probed(polling);

    idle.awaitClose();

    polling.post("421[\"echo\",1]");
    Await.until(() -> polling.poll().contains("431[1]"));
    assertThat(server.recorder.closed).isEmpty();
  }

  @Test
  void aSecondWebSocketForTheSameSessionIsClosedAndTheFirstStays() throws Exception {
    PollingClient polling = PollingClient.connect(server);
    FrameClient first = probed(polling);
    first.send("5");

    FrameClient second = FrameClient.forSession(server, polling.sid());

    second.awaitClose();
    first.send("421[\"echo\",1]");
    assertThat(first.next()).isEqualTo("431[1]");
  }

  @Test
  void aSessionThatEndsDuringTheUpgradeLetsTheClientFinishItFirst() throws Exception {
    PollingClient polling = PollingClient.connect(server);
    FrameClient socket = probed(polling);

    server.recorder.onlySession().closeTransport();

    assertThat(polling.statusOfPoll()).isEqualTo(400);
    socket.ping(new byte[] {1});
    assertThat(socket.pong.get(5, TimeUnit.SECONDS)).containsExactly(1);
    socket.send("5");
    socket.awaitClose();
    assertThat(socket.messages).isEmpty();
  }

  @RepeatedTest(20)
  void noEventIsLostOrReorderedWhileTheTransportChanges() throws Exception {
    PollingClient polling = PollingClient.connect(server);
    SocketSession session = server.recorder.onlySession();
    Thread sender =
        Thread.ofVirtual()
            .start(() -> IntStream.range(0, 300).forEach(number -> session.send("n", number)));
    List<String> received = new ArrayList<>();
    FrameClient socket = FrameClient.forSession(server, polling.sid());
    socket.send("2probe");
    received.addAll(polling.poll());
    assertThat(socket.next()).isEqualTo("3probe");
    socket.send("5");
    sender.join();
    received.removeIf("6"::equals);
    while (received.size() < 300) {
      received.add(socket.next());
    }

    assertThat(received)
        .isEqualTo(IntStream.range(0, 300).mapToObj(n -> "42[\"n\"," + n + "]").toList());
  }
}
