package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowClientTest {

  private static final int EVENTS = 600;
  private static final String TEXT = "x".repeat(20_000);

  @Test
  void aWebSocketThatStopsReadingIsDroppedAndOthersGetEverything() throws Exception {
    try (TestServer server = TestServer.start(limits -> limits.maxOutboundBytes = 100_000);
        Socket deaf = connectAndNeverRead(server)) {
      SocketSession slow = server.recorder.onlySession();
      FrameClient reader = FrameClient.connect(server);
      Await.until(() -> server.recorder.connected.size() == 2);
      EncodedEvent news = server.encoder.event("news", TEXT);

      for (int i = 0; i < EVENTS; i++) {
        List.copyOf(server.recorder.connected).forEach(session -> session.send(news));
        assertThat(reader.next()).hasSizeGreaterThan(TEXT.length());
      }

      Await.until(() -> server.recorder.closed.contains(slow));
      assertThat(server.recorder.connected).hasSize(1);
      assertThat(deaf.isClosed()).isFalse();
    }
  }

  @Test
  void aPollingClientThatStopsPollingIsDroppedWhenItsQueueIsFull() throws Exception {
    try (TestServer server = TestServer.start(limits -> limits.maxOutboundBytes = 100_000)) {
      PollingClient client = PollingClient.connect(server);
      SocketSession session = server.recorder.onlySession();

      for (int i = 0; i < 10 && session.isOpen(); i++) {
        session.send("news", TEXT);
      }

      Await.until(() -> server.recorder.closed.contains(session));
      assertThat(client.statusOfPoll()).isEqualTo(400);
      assertThat(server.sessionCount()).isZero();
    }
  }

  @Test
  void muchAtOnceWaitsForTheClientAndComesInPieces() throws Exception {
    try (TestServer server = TestServer.start(limits -> limits.maxOutboundBytes = 100_000)) {
      PollingClient client = PollingClient.connect(server);
      SocketSession session = server.recorder.onlySession();
      List<String> sent = IntStream.range(0, 50).mapToObj(i -> "42[\"news\"," + i + "]").toList();

      for (int i = 0; i < sent.size(); i++) {
        session.send(server.encoder.event("news", i));
        session.send(server.encoder.event("filler", TEXT));
      }

      List<String> heard = new ArrayList<>();
      while (heard.size() < 2 * sent.size()) {
        List<String> payload = client.poll();
        assertThat(payload.stream().mapToInt(String::length).sum()).isLessThan(64 * 1024);
        heard.addAll(payload);
      }
      assertThat(heard).containsSubsequence(sent);
      assertThat(session.isOpen()).isTrue();
    }
  }

  @Test
  void aPollingClientIsDroppedAlsoForWhatOthersAreSentAsWell() throws Exception {
    try (TestServer server = TestServer.start(limits -> limits.maxOutboundBytes = 100_000)) {
      PollingClient.connect(server);
      SocketSession session = server.recorder.onlySession();

      for (int i = 0; i < 200 && session.isOpen(); i++) {
        session.send(server.encoder.event("news", TEXT));
      }

      Await.until(() -> server.recorder.closed.contains(session));
    }
  }

  @Test
  void slowClientsTogetherAreGivenNoMoreThanTheServerCanBear() throws Exception {
    try (TestServer server =
        TestServer.start(
            limits -> {
              limits.maxOutboundBytes = 100_000_000;
              limits.maxWaitingBytes = 1_000_000;
            })) {
      PollingClient first = PollingClient.connect(server);
      SocketSession one = server.recorder.onlySession();
      for (int i = 0; i < 30; i++) {
        one.send("news", TEXT);
      }
      PollingClient.connect(server);
      Await.until(() -> server.recorder.connected.size() == 2);
      SocketSession two = other(server, one);
      for (int i = 0; i < 100 && two.isOpen(); i++) {
        two.send("news", TEXT);
      }

      Await.until(() -> server.recorder.closed.contains(two));
      assertThat(server.engine.transport().waitingBytes()).isBetween(600_000L, 1_000_000L);
      assertThat(one.isOpen()).isTrue();
      int heard = 0;
      while (heard < 30) {
        heard += first.poll().size();
      }
      assertThat(server.engine.transport().waitingBytes()).isZero();
    }
  }

  private static SocketSession other(TestServer server, SocketSession one) {
    return server.recorder.connected.stream().filter(each -> each != one).findFirst().orElseThrow();
  }

  @Test
  void whatManySlowClientsWaitForIsInMemoryOnce() throws Exception {
    try (TestServer server = TestServer.start()) {
      List<Socket> deaf = new ArrayList<>();
      for (int i = 0; i < 41; i++) {
        deaf.add(connectAndNeverRead(server));
      }
      Await.until(() -> server.recorder.connected.size() == 41);
      List<SocketSession> sessions = List.copyOf(server.recorder.connected);
      List<EncodedEvent> events =
          IntStream.range(0, 8)
              .mapToObj(i -> server.encoder.event("news", i + "x".repeat(1_000_000)))
              .toList();
      events.forEach(sessions.getFirst()::send);
      long before = usedMegabytes();

      for (SocketSession session : sessions.subList(1, 41)) {
        events.forEach(session::send);
      }
      // The first event has left every queue for its connection.
      Await.until(() -> server.engine.transport().waitingBytes() < 7_500_000);

      assertThat(usedMegabytes() - before).isLessThan(20);
      assertThat(sessions).allMatch(SocketSession::isOpen);
      for (Socket socket : deaf) {
        socket.close();
      }
    }
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }

  @Test
  void aPingDoesNotWaitBehindEverythingElse() throws Exception {
    try (TestServer server =
        TestServer.start(
            limits -> {
              limits.pingInterval = Duration.ofMillis(1_500);
              limits.pingTimeout = Duration.ofSeconds(20);
            })) {
      PollingClient client = PollingClient.connect(server);
      SocketSession session = server.recorder.onlySession();
      long start = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        session.send(server.encoder.event("filler", TEXT));
      }
      Await.until(() -> System.nanoTime() - start > Duration.ofSeconds(3).toNanos());

      assertThat(client.poll().getFirst()).isEqualTo("2");
    }
  }

  private static Socket connectAndNeverRead(TestServer server) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress("localhost", server.port()));
    OutputStream out = socket.getOutputStream();
    out.write(
        """
        GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r
        Host: localhost\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
        \r
        """
            .getBytes());
    out.write(maskedText("40{\"token\":\"good\"}"));
    return socket;
  }

  /** A text frame whose mask is zero, so that its payload stays readable. */
  private static byte[] maskedText(String text) {
    byte[] payload = text.getBytes();
    byte[] frame = new byte[6 + payload.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | payload.length);
    System.arraycopy(payload, 0, frame, 6, payload.length);
    return frame;
  }
}
