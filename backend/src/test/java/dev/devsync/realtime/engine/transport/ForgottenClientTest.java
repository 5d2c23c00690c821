package dev.devsync.realtime.engine.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.corundumstudio.socketio.handler.ClientHead;
import dev.devsync.realtime.engine.Await;
import dev.devsync.realtime.engine.TestTomcat;
import dev.devsync.realtime.engine.bridge.SocketServlet;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What netty-socketio itself keeps of clients that have gone. */
class ForgottenClientTest {

  private static final int CLIENTS = 30;
  private static final int PAYLOAD = 1_000_000;
  private static final String HANDSHAKE =
      """
      GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r
      Host: localhost\r
      Connection: Upgrade\r
      Upgrade: websocket\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
      \r
      """;

  private final List<WeakReference<ClientHead>> heads = new CopyOnWriteArrayList<>();
  private final TransportServer server = new TransportServer(settings(), this::accept);
  private final TestTomcat tomcat = new TestTomcat(new SocketServlet(server, PAYLOAD));
  private final HttpClient http = HttpClient.newHttpClient();

  private static TransportSettings settings() {
    Duration minute = Duration.ofMinutes(1);
    return new TransportSettings(
        minute, minute, minute, PAYLOAD, 100, PAYLOAD, 1 << 27, origin -> true);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    tomcat.close();
  }

  @Test
  void aPollingClientThatSaidGoodbyeIsForgottenLongBeforeItsPingTimeout() throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      send(request("&sid=" + open()).POST(BodyPublishers.ofString("1")));
    }

    assertThat(heads).hasSize(CLIENTS);
    // The newest connection may still be remembered, whatever has become of it.
    Await.until(() -> uncollected() <= 1);
  }

  @Test
  void aClientThatVanishesInsideTheHandshakeIsForgotten() throws Exception {
    for (int i = 1; i <= CLIENTS; i++) {
      int opened = i;
      try (Socket socket = new Socket("localhost", tomcat.port())) {
        socket.setSoLinger(true, 0);
        socket.getOutputStream().write(HANDSHAKE.getBytes(ISO_8859_1));
        Await.until(() -> heads.size() == opened);
      }
    }

    Await.until(() -> server.sessionCount() == 0);
    Await.until(() -> uncollected() <= 1);
  }

  private SessionListener accept(EngineSession session) {
    heads.add(new WeakReference<>(session.head()));
    return new SessionListener() {
      @Override
      public void onMessage(String message) {}

      @Override
      public void onBinary() {}

      @Override
      public void onClose(CloseReason reason) {}
    };
  }

  private long uncollected() {
    System.gc();
    return heads.stream().filter(head -> head.get() != null).count();
  }

  private String open() throws IOException, InterruptedException {
    return send(request("")).replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
  }

  private HttpRequest.Builder request(String query) {
    int port = tomcat.port();
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + port + "/socket.io/?EIO=4&transport=polling" + query));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }
}
