package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaClientTest {

  private static final String ALL_TRANSPORTS = "polling,websocket";

  private final BlockingQueue<String> happenings = new LinkedBlockingQueue<>();
  private TestServer server;
  private Socket socket;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() throws Exception {
    socket.close();
    server.close();
  }

  private void connect(String transports, String token) {
    IO.Options options =
        IO.Options.builder()
            .setTransports(transports.split(","))
            .setAuth(Map.of("token", token))
            .setForceNew(true)
            .setReconnectionDelay(50)
            .build();
    socket = IO.socket(URI.create(server.url()), options);
    socket.on(Socket.EVENT_CONNECT, arguments -> happenings.add("connect"));
    socket.on(Socket.EVENT_DISCONNECT, arguments -> happenings.add("disconnect: " + arguments[0]));
    socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> happenings.add("error: " + arguments[0]));
    socket.on("said", arguments -> happenings.add("said: " + arguments[0]));
    socket.connect();
  }

  private String next() throws InterruptedException {
    return happenings.poll(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", ALL_TRANSPORTS})
  void theJavaClientConnectsEmitsAndListens(String transports) throws Exception {
    connect(transports, "good");
    assertThat(next()).isEqualTo("connect");

    socket.emit("say", new JSONObject(Map.of("a", 1)));
    assertThat(next()).isEqualTo("said: {\"a\":1}");
    socket.emit(
        "register",
        new JSONObject(),
        (io.socket.client.Ack) reply -> happenings.add("" + reply[0]));
    assertThat(next()).isEqualTo("{\"status\":\"success\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", ALL_TRANSPORTS})
  void theJavaClientIsToldThatItIsRefused(String transports) throws Exception {
    connect(transports, "expired");

    assertThat(next())
        .contains("Connection rejected by server")
        .contains("\"data\":{\"error\":\"token_expired\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", ALL_TRANSPORTS})
  void theJavaClientComesBackAfterItsTransportWasClosed(String transports) throws Exception {
    connect(transports, "good");
    assertThat(next()).isEqualTo("connect");

    server.recorder.onlySession().closeTransport();

    assertThat(next()).isIn("disconnect: transport close", "disconnect: transport error");
    assertThat(next()).isEqualTo("connect");
  }
}
