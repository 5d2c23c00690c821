package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;

/** Somebody's open tab: a real Socket.IO client that remembers what it heard. */
final class LiveClient implements AutoCloseable {

  private final Socket socket;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> refusal = new CompletableFuture<>();

  /** An event with its payload. */
  record Heard(String name, JSONObject payload) {}

  private LiveClient(Socket socket) {
    this.socket = socket;
    socket.onAnyIncoming(arguments -> hear((String) arguments[0], (JSONObject) arguments[1]));
    socket.on(Socket.EVENT_CONNECT_ERROR, error -> refusal.complete(String.valueOf(error[0])));
  }

  private void hear(String name, JSONObject payload) {
    LiveDocument.SERVED.check(name, payload.toString());
    heard.add(new Heard(name, payload));
  }

  /** Connects with this CONNECT payload and does not wait. */
  static LiveClient open(int port, Map<String, String> auth, String transport) {
    IO.Options options =
        IO.Options.builder()
            .setForceNew(true)
            .setAuth(auth)
            .setTransports(new String[] {transport})
            .setReconnection(false)
            .build();
    LiveClient client = new LiveClient(IO.socket(URI.create("http://localhost:" + port), options));
    client.socket.connect();
    return client;
  }

  LiveClient connected() {
    await().atMost(Duration.ofSeconds(10)).until(socket::connected);
    return this;
  }

  String refused() throws Exception {
    return refusal.get(10, TimeUnit.SECONDS);
  }

  boolean isConnected() {
    return socket.connected();
  }

  JSONObject emit(String event, Object payload) {
    CompletableFuture<JSONObject> answer = new CompletableFuture<>();
    Ack ack = arguments -> answer.complete((JSONObject) arguments[0]);
    if (payload == null) {
      socket.emit(event, new Object[] {}, ack);
    } else {
      socket.emit(event, new Object[] {payload}, ack);
    }
    JSONObject received = answer.orTimeout(10, TimeUnit.SECONDS).join();
    LiveDocument.SERVED.checkAnswer(event, received.toString());
    return received;
  }

  /** Joins the room of a project or task and makes sure of it. */
  void join(String scope, int id) throws Exception {
    JSONObject answer = emit("join_" + scope, new JSONObject().put(scope + "_id", id));
    assertThat(answer.getString("status")).as(answer.toString()).isEqualTo("success");
  }

  /** Waits for the first event of this name that says this about the field. */
  JSONObject awaitEvent(String name, String field, Object value) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                heard(name).stream()
                    .filter(payload -> value.equals(payload.opt(field)))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  List<JSONObject> heard(String name) {
    return heard.stream().filter(event -> event.name().equals(name)).map(Heard::payload).toList();
  }

  List<Heard> heard() {
    return heard;
  }

  void clear() {
    heard.clear();
  }

  @Override
  public void close() {
    socket.disconnect();
    socket.close();
  }
}
