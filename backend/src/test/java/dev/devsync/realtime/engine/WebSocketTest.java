package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketTest extends EngineTest {

  @Test
  void aSessionOpenedByWebSocketHasNothingToUpgradeTo() throws Exception {
    FrameClient client = FrameClient.openUnread(server);

    assertThat(client.next()).startsWith("0{").contains("\"upgrades\":[]");
  }

  @Test
  void aMessageInSeveralFragmentsIsOneMessage() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.sendPart("421[\"ec", false);
    client.sendPart("ho\",", false);
    client.sendPart("true]", true);

    assertThat(client.next()).isEqualTo("431[true]");
  }

  @Test
  void pingsOfTheWebSocketProtocolAreAnswered() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.ping(new byte[] {1, 2, 3});

    assertThat(client.pong.get(5, TimeUnit.SECONDS)).containsExactly(1, 2, 3);
  }

  @Test
  void theServerPingsAndASilentClientIsCutOff() throws Exception {
    try (TestServer hasty =
        TestServer.start(
            limits -> {
              limits.pingInterval = Duration.ofMillis(200);
              limits.pingTimeout = Duration.ofMillis(300);
            })) {
      FrameClient client = FrameClient.connect(hasty);
      assertThat(client.next()).isEqualTo("2");
      client.send("3");
      assertThat(client.next()).isEqualTo("2");

      client.awaitClose();

      Await.until(() -> hasty.recorder.closed.size() == 1);
      assertThat(client.messages).noneMatch(message -> message.startsWith("41"));
    }
  }

  @Test
  void aBrokenConnectionEndsTheSession() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.abort();

    Await.until(() -> server.recorder.closed.size() == 1 && server.sessionCount() == 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "4",
        "4abc",
        "42{}",
        "42",
        "42[]",
        "42[1]",
        "42abc[\"echo\"]",
        "42[\"echo\"",
        "42[\"echo\"]x",
        "42[\"disconnect\"]",
        "421234567890123456[\"echo\"]",
        "44{}",
        "47[\"echo\"]",
        "411",
        "40{}",
        "45[\"echo\"]",
        "4599-[\"echo\"]",
        "42/admin,[\"echo\"]",
        "2",
        "0",
        "b",
        "bAQID"
      })
  void garbageEndsTheSession(String message) throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send(message);

    assertThat(client.awaitClose()).isEqualTo(1002);
    assertThat(server.recorder.events).isEmpty();
    Await.until(() -> server.recorder.closed.size() == 1);
  }

  @Test
  void deeplyNestedJsonEndsTheSession() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send("42[\"echo\"," + "[".repeat(10_000) + "]".repeat(10_000) + "]");

    assertThat(client.awaitClose()).isEqualTo(1002);
  }

  @Test
  void anUnannouncedBinaryFrameEndsTheSession() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.sendBinary(new byte[] {'4', '2', '[', '"', 'e', '"', ']'});

    assertThat(client.awaitClose()).isEqualTo(1002);
    assertThat(server.recorder.events).isEmpty();
  }

  @Test
  void textThatIsNotUtf8EndsTheSession() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.sendText(new byte[] {'4', '2', '[', '"', (byte) 0xc3, (byte) 0x28, '"', ']'});

    assertThat(client.awaitClose()).isEqualTo(1002);
    assertThat(server.recorder.events).isEmpty();
  }

  @Test
  void aFrameAtThePayloadLimitIsAccepted() throws Exception {
    FrameClient client = FrameClient.connect(server);
    String packet = "42[\"big\",\"\"]";

    client.send("42[\"big\",\"" + "x".repeat(1_000_000 - packet.length()) + "\"]");

    Await.until(() -> server.recorder.events.size() == 1);
  }

  @Test
  void anOversizedFrameEndsTheSession() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send("42[\"echo\",\"" + "x".repeat(1_000_000) + "\"]");

    client.awaitClose();
    assertThat(server.recorder.events).isEmpty();
    Await.until(() -> server.recorder.closed.size() == 1);
  }

  @Test
  void fragmentsThatAddUpToAnOversizedMessageEndTheSession() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.sendPart("42[\"echo\",\"" + "x".repeat(600_000), false);
    client.sendPart("x".repeat(600_000) + "\"]", true);

    client.awaitClose();
    assertThat(server.recorder.events).isEmpty();
    Await.until(() -> server.recorder.closed.size() == 1);
  }

  @Test
  void closingTheTransportSendsNoDisconnectPacket() throws Exception {
    FrameClient client = FrameClient.connect(server);

    server.recorder.onlySession().closeTransport();

    client.awaitClose();
    assertThat(client.messages).isEmpty();
  }
}
