package dev.devsync.realtime;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A program at the plain WebSocket: the JDK's own client. */
final class StreamClient implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<JsonNode> others = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final StringBuilder partial = new StringBuilder();
  private volatile WebSocket socket;

  /** Opens a stream; fails with the handshake's answer if it is refused. */
  static StreamClient open(int port, Map<String, String> headers) {
    StreamClient client = new StreamClient();
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(20));
    headers.forEach(builder::header);
    client.socket =
        builder
            .buildAsync(URI.create("ws://localhost:" + port + "/api/v1/stream"), client)
            .orTimeout(20, TimeUnit.SECONDS)
            .join();
    return client;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      receive(JSON.readTree(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void receive(JsonNode message) {
    check(message);
    if (message.has("event")) {
      heard.add(message);
    } else if (message.path("id").isInt()) {
      answers.get(message.path("id").intValue()).complete(message);
    } else {
      others.add(message);
    }
  }

  private static void check(JsonNode message) {
    if (message.has("event")) {
      LiveDocument.SERVED.check("event", message.toString());
      LiveDocument.SERVED.check(message.path("event").asString(), message.path("data").toString());
    } else {
      LiveDocument.SERVED.check("subscription", message.toString());
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  /** Sends an action and waits for its answer. */
  JsonNode ask(String action, Map<String, ?> fields) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = JSON.valueToTree(fields);
    send(message.put("action", action).put("id", id).toString());
    return answer.orTimeout(10, TimeUnit.SECONDS).join();
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
  }

  JsonNode answerWithoutId() {
    await().atMost(Duration.ofSeconds(10)).until(() -> !others.isEmpty());
    return others.getFirst();
  }

  boolean hasAnswer(String text) {
    return others.stream().anyMatch(answer -> answer.path("message").asString("").equals(text));
  }

  List<JsonNode> heard(String event) {
    return heard.stream()
        .filter(message -> message.path("event").asString().equals(event))
        .map(message -> message.path("data"))
        .toList();
  }

  List<JsonNode> heard() {
    return heard;
  }

  JsonNode awaitEvent(String event, String field, String value) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                heard(event).stream()
                    .filter(data -> data.path(field).asString("").equals(value))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Waits until the server has ended the connection; the status. */
  int awaitClose() {
    return closed.orTimeout(10, TimeUnit.SECONDS).join();
  }

  boolean isClosed() {
    return closed.isDone();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
