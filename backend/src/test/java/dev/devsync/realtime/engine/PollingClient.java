package dev.devsync.realtime.engine;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks long-polling by hand. */
final class PollingClient {

  private static final long PATIENCE_SECONDS = 30;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String url;
  private String sid = "";

  PollingClient(TestServer server) {
    this.url = server.url() + "/socket.io/?EIO=4&transport=polling";
  }

  /** A request that is never answered fails, and does not hang. */
  static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return HTTP.sendAsync(request, BodyHandlers.ofString()).get(PATIENCE_SECONDS, SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException(failure);
    }
  }

  /** Opens a session without connecting to it. */
  static PollingClient open(TestServer server) throws IOException, InterruptedException {
    return open(server, "");
  }

  /** Opens a session with a request that carries a stamp. */
  static PollingClient openStamped(TestServer server, String stamp)
      throws IOException, InterruptedException {
    return open(server, "&t=" + stamp);
  }

  private static PollingClient open(TestServer server, String query)
      throws IOException, InterruptedException {
    PollingClient client = new PollingClient(server);
    String body = send(HttpRequest.newBuilder(URI.create(client.url + query)).build()).body();
    JsonNode handshake = JsonMapper.shared().readTree(body.substring(1));
    client.sid = handshake.path("sid").stringValue();
    return client;
  }

  /** Opens a session and connects to it. */
  static PollingClient connect(TestServer server) throws IOException, InterruptedException {
    PollingClient client = open(server);
    client.post("40{\"token\":\"good\"}");
    client.poll();
    return client;
  }

  String sid() {
    return sid;
  }

  HttpResponse<String> post(String... packets) throws IOException, InterruptedException {
    return send(
        request()
            .header("Content-Type", "text/plain;charset=UTF-8")
            .POST(BodyPublishers.ofString(String.join("\u001e", packets)))
            .build());
  }

  /** Waits for the next payload and returns its packets. */
  List<String> poll() throws IOException, InterruptedException {
    return packets(send(request().build()));
  }

  /** Polls with the parameter by which repetitions are told from new polls. */
  List<String> pollStamped(String stamp) throws IOException, InterruptedException {
    URI address = URI.create(url + "&sid=" + sid + "&t=" + stamp);
    return packets(send(HttpRequest.newBuilder(address).build()));
  }

  CompletableFuture<HttpResponse<String>> startPollStamped(String stamp) {
    URI address = URI.create(url + "&sid=" + sid + "&t=" + stamp);
    return HTTP.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> startPoll() {
    return HTTP.sendAsync(request().build(), BodyHandlers.ofString());
  }

  static List<String> packets(HttpResponse<String> response) {
    return List.of(response.body().split("\u001e"));
  }

  int statusOfPoll() throws IOException, InterruptedException {
    return send(request().build()).statusCode();
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create(url + "&sid=" + sid));
  }
}
