package dev.devsync.realtime.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static HttpRequest.Builder request(String query) {
    return HttpRequest.newBuilder(URI.create(server.url() + "/socket.io/" + query));
  }

  private static HttpResponse<String> get(String query) throws Exception {
    return PollingClient.send(request(query).build());
  }

  @Test
  void aPollingHandshakeTellsTheTermsOfTheSession() throws Exception {
    HttpResponse<String> response = get("?EIO=4&transport=polling");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .matches(
            "0\\{\"sid\":\"[^\"]{20,}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":25000,"
                + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/plain;charset=UTF-8");
  }

  @Test
  void noCookieIsSet() throws Exception {
    PollingClient client = PollingClient.open(server);

    assertThat(get("?EIO=4&transport=polling").headers().map()).doesNotContainKey("set-cookie");
    assertThat(client.post("40{}").headers().map()).doesNotContainKey("set-cookie");
  }

  /** It would be done on an event loop, for each client anew. */
  @Test
  void nothingIsCompressedAlthoughTheClientWouldTakeIt() throws Exception {
    HttpRequest polling =
        request("?EIO=4&transport=polling").header("Accept-Encoding", "gzip, deflate").build();
    assertThat(PollingClient.send(polling).headers().map()).doesNotContainKey("content-encoding");

    String head =
        headOfWebSocket("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
    assertThat(head).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("permessage-deflate");
  }

  private static String headOfWebSocket(String header) throws Exception {
    try (Socket socket = new Socket("localhost", server.port())) {
      String request =
          """
          GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r
          Host: localhost\r
          Connection: Upgrade\r
          Upgrade: websocket\r
          Sec-WebSocket-Version: 13\r
          Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
          %s\r
          \r
          """;
      socket.getOutputStream().write(request.formatted(header).getBytes(UTF_8));
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) socket.getInputStream().read());
      }
      return head.toString();
    }
  }

  @ParameterizedTest
  @CsvSource({"Cookie, io=%s", "io, %s"})
  void noClientChoosesTheIdOfItsSession(String header, String value) throws Exception {
    String other = PollingClient.open(server).sid();
    HttpRequest request =
        request("?EIO=4&transport=polling").header(header, value.formatted(other)).build();

    HttpResponse<String> response = PollingClient.send(request);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).doesNotContain(other);
  }

  @ParameterizedTest
  @CsvSource({
    "?transport=polling, Unsupported protocol version",
    "?EIO=3&transport=polling, Unsupported protocol version",
    "?EIO=abc&transport=polling, Unsupported protocol version",
    "?EIO=4, Transport unknown",
    "?EIO=4&transport=abc, Transport unknown",
    "?EIO=4&transport=POLLING, Transport unknown",
    "?EIO=4&transport=polling&sid=00000000-0000-0000-0000-000000000000, Session ID unknown",
    "?EIO=4&transport=polling&sid=abc, Session ID unknown",
    "?EIO=4&transport=websocket, Bad request",
    "?EIO=4&transport=polling&j=0, Bad request",
    "?EIO=4&transport=polling&b64=x, Bad request",
    "other?EIO=4&transport=polling, Bad request"
  })
  void aRequestOutsideTheProtocolIsABadRequestWithAJsonBody(String query, String message)
      throws Exception {
    HttpResponse<String> response = get(query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(response.body()).contains("\"message\":\"" + message + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE"})
  void aSessionIsOpenedByGetOnly(String method) throws Exception {
    HttpRequest request =
        request("?EIO=4&transport=polling").method(method, BodyPublishers.noBody()).build();

    HttpResponse<String> response = PollingClient.send(request);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("Bad handshake method");
  }

  @Test
  void anyOriginMayReadTheAnswersAndSendCredentials() throws Exception {
    HttpRequest request =
        request("?EIO=4&transport=polling").header("Origin", "https://team.example").build();

    HttpResponse<String> response = PollingClient.send(request);

    assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://team.example");
    assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(response.headers().firstValue("Vary").orElseThrow()).containsIgnoringCase("origin");
  }

  @Test
  void errorsCanBeReadAcrossOriginsToo() throws Exception {
    HttpRequest request = request("?EIO=3").header("Origin", "https://team.example").build();

    assertThat(PollingClient.send(request).headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://team.example");
  }

  @Test
  void aPreflightIsAnsweredWithWhatItAsksFor() throws Exception {
    HttpRequest request =
        request("?EIO=4&transport=polling")
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", "https://team.example")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type")
            .build();

    HttpResponse<String> response = PollingClient.send(request);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .contains("GET", "POST");
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
        .hasValue("content-type");
  }

  @Test
  void anOriginThatIsNotAllowedGetsNothing() throws Exception {
    try (TestServer strict =
        TestServer.start(limits -> limits.allowedOrigin = "https://team.example"::equals)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(strict.url() + "/socket.io/?EIO=4&transport=polling"))
              .header("Origin", "https://evil.example")
              .build();

      HttpResponse<String> response = PollingClient.send(request);

      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void aFullServerSaysSoInAWayThatClientsRetry() throws Exception {
    try (TestServer small = TestServer.start(limits -> limits.maxSessions = 1)) {
      PollingClient.open(small);
      HttpRequest another =
          HttpRequest.newBuilder(URI.create(small.url() + "/socket.io/?EIO=4&transport=polling"))
              .build();

      HttpResponse<String> response = PollingClient.send(another);

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/json");
    }
  }

  @Test
  void aServerThatIsStillStartingSaysSoInAWayThatClientsRetry() throws Exception {
    try (TestServer starting = TestServer.startWithoutEngine()) {
      HttpRequest early =
          HttpRequest.newBuilder(URI.create(starting.url() + "/socket.io/?EIO=4&transport=polling"))
              .build();

      assertThat(PollingClient.send(early).statusCode()).isEqualTo(503);
      starting.engine.start();
      assertThat(PollingClient.send(early).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theClientsAddressIsTheLastHopThatIsNotATrustedProxy() throws Exception {
    RawHandshake.connect(
        server,
        Map.of("X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.0.0.3", "User-Agent", "Browser 1"));

    Await.until(
        () ->
            server.recorder.connected.stream()
                .anyMatch(
                    session ->
                        "203.0.113.7".equals(session.address())
                            && "Browser 1".equals(session.userAgent())));
  }
}
