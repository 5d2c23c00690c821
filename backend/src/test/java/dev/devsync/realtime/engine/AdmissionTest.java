package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest extends EngineTest {

  @Test
  void aClientThatNeverConnectedCannotEmit() throws Exception {
    FrameClient client = FrameClient.open(server);

    client.send("420[\"echo\",1]");

    client.awaitClose();
    assertThat(client.messages).isEmpty();
    assertThat(server.recorder.events).isEmpty();
    assertThat(server.recorder.closed).isEmpty();
  }

  @Test
  void aClientThatWasRefusedCannotEmit() throws Exception {
    FrameClient client = FrameClient.open(server);
    client.send("40{\"token\":\"bad\"}");
    assertThat(client.next()).isEqualTo("44{\"message\":\"Connection rejected by server\"}");

    client.send("420[\"echo\",1]");

    client.awaitClose();
    assertThat(client.messages).isEmpty();
    assertThat(server.recorder.events).isEmpty();
  }

  @Test
  void onlyAdmittedClientsBecomeSessions() throws Exception {
    FrameClient silent = FrameClient.open(server);
    FrameClient refused = FrameClient.open(server);
    refused.send("40{}");
    refused.next();
    FrameClient admitted = FrameClient.connect(server);

    server.recorder.onlySession().send("news", 1);

    assertThat(admitted.next()).isEqualTo("42[\"news\",1]");
    assertThat(server.recorder.connected).hasSize(1);
    assertThat(silent.messages).isEmpty();
    assertThat(refused.messages).isEmpty();
  }

  @Test
  void aClientWithoutCredentialsIsShownToTheGateAndRefused() throws Exception {
    PollingClient client = PollingClient.open(server);

    client.post("40");

    assertThat(client.poll()).containsExactly("44{\"message\":\"Connection rejected by server\"}");
    assertThat(server.recorder.auths)
        .singleElement()
        .satisfies(auth -> assertThat(auth.isObject() && auth.isEmpty()).isTrue());
  }

  @Test
  void aRefusalMayCarryData() throws Exception {
    FrameClient client = FrameClient.open(server);

    client.send("40{\"token\":\"expired\"}");

    assertThat(client.next())
        .isEqualTo(
            "44{\"message\":\"Connection rejected by server\","
                + "\"data\":{\"error\":\"token_expired\"}}");
  }

  @Test
  void theRawStringFormOfCredentialsReachesTheGate() throws Exception {
    FrameClient client = FrameClient.open(server);

    client.send("40\"Bearer abc\"");
    client.next();

    assertThat(server.recorder.auths.getFirst().stringValue()).isEqualTo("Bearer abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40[1]", "40{", "405", "40true"})
  void anInvalidConnectPayloadEndsTheSession(String packet) throws Exception {
    FrameClient client = FrameClient.open(server);

    client.send(packet);

    client.awaitClose();
    assertThat(server.recorder.connected).isEmpty();
  }

  @Test
  void theHandshakesHeaderAndCookiesReachTheGate() throws Exception {
    RawHandshake.connect(
        server, Map.of("Authorization", "Bearer abc", "Cookie", "a=1; access_token_cookie=def"));

    Await.until(() -> !server.recorder.handshakes.isEmpty());
    assertThat(server.recorder.handshakes.getFirst().authorization()).isEqualTo("Bearer abc");
    assertThat(server.recorder.handshakes.getFirst().cookies())
        .containsEntry("access_token_cookie", "def");
    assertThat(server.recorder.handshakes.getFirst().toString()).doesNotContain("abc", "def");
  }

  @Test
  void aClientThatDoesNotConnectInTimeIsCutOff() throws Exception {
    try (TestServer hasty =
        TestServer.start(limits -> limits.connectTimeout = Duration.ofMillis(200))) {
      FrameClient silent = FrameClient.open(hasty);
      FrameClient admitted = FrameClient.connect(hasty);

      silent.awaitClose();

      Await.until(() -> hasty.sessionCount() == 1);
      admitted.send("421[\"echo\",1]");
      assertThat(admitted.next()).isEqualTo("431[1]");
    }
  }

  @Test
  void aGateThatFailsClosesTheTransportSoThatTheClientTriesAgain() throws Exception {
    FrameClient client = FrameClient.open(server);

    client.send("40{\"token\":\"database down\"}");

    client.awaitClose();
    assertThat(client.messages).isEmpty();
  }

  @Test
  void anotherNamespaceIsRefusedAndTheSessionSurvives() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send("40/admin,{\"token\":\"good\"}");

    assertThat(client.next()).isEqualTo("44/admin,{\"message\":\"Invalid namespace\"}");
    client.send("421[\"echo\",1]");
    assertThat(client.next()).isEqualTo("431[1]");
  }

  @Test
  void aClientMayDisconnectAndConnectAgainOnTheSameSession() throws Exception {
    FrameClient client = FrameClient.connect(server);

    client.send("41");
    client.send("40{\"token\":\"good\"}");

    assertThat(client.next()).startsWith("40{");
    Await.until(() -> server.recorder.connected.size() == 1);
    assertThat(server.recorder.closed).hasSize(1);
    assertThat(server.recorder.connected).doesNotContainAnyElementsOf(server.recorder.closed);
  }

  @Test
  void nothingIsSentToAClientThatHasDisconnected() throws Exception {
    FrameClient client = FrameClient.connect(server);
    SocketSession session = server.recorder.onlySession();
    client.send("41");
    Await.until(() -> server.recorder.closed.size() == 1);

    session.send("news", 1);
    client.send("40{\"token\":\"good\"}");

    assertThat(client.next()).startsWith("40{");
    assertThat(session.isOpen()).isFalse();
  }

  @Test
  void everyConnectedSessionIsReportedClosedExactlyOnce() throws Exception {
    FrameClient first = FrameClient.connect(server);
    FrameClient second = FrameClient.connect(server);
    PollingClient third = PollingClient.connect(server);
    first.send("1");
    second.abort();
    third.post("abc");
    Await.until(() -> server.recorder.closed.size() == 3);

    server.engine.drain();

    assertThat(server.recorder.closed).doesNotHaveDuplicates().hasSize(3);
  }
}
