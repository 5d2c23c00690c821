package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
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
