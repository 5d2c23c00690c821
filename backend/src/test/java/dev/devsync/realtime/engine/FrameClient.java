package dev.devsync.realtime.engine;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Speaks WebSocket by hand. */
final class FrameClient implements WebSocket.Listener {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long PATIENCE_SECONDS = 10;

  final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  final CompletableFuture<ByteBuffer> pong = new CompletableFuture<>();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  private FrameClient(String url) {
    socket = HTTP.newWebSocketBuilder().buildAsync(URI.create(url), this).join();
  }

  private static String url(TestServer server) {
    return "ws://localhost:" + server.port() + "/socket.io/?EIO=4&transport=websocket";
  }

  /** Opens a session of its own and reads the handshake. */
  static FrameClient open(TestServer server) throws InterruptedException {
    FrameClient client = openUnread(server);
    client.next();
    return client;
  }

  /** Opens a session of its own and leaves the handshake to the caller. */
  static FrameClient openUnread(TestServer server) {
    return new FrameClient(url(server));
  }

  /** Opens a session, connects, and reads the answer. */
  static FrameClient connect(TestServer server) throws InterruptedException {
    FrameClient client = open(server);
    client.send("40{\"token\":\"good\"}");
    client.next();
    return client;
  }

  /** Opens a second transport for a session. */
  static FrameClient forSession(TestServer server, String sid) {
    return new FrameClient(url(server) + "&sid=" + sid);
  }

  void send(String message) {
    socket.sendText(message, true).join();
  }

  void sendPart(String part, boolean isLast) {
    socket.sendText(part, isLast).join();
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  void ping(byte[] bytes) {
    socket.sendPing(ByteBuffer.wrap(bytes)).join();
  }

  /** Cuts the connection without saying goodbye. */
  void abort() {
    socket.abort();
  }

  /** The next message; fails if none comes. */
  String next() throws InterruptedException {
    String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("No message came");
    }
    return message;
  }

  /** Waits until the server has closed the connection, and returns the status. */
  int awaitClose() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      messages.add(partial.toString());
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
    pong.complete(ByteBuffer.allocate(message.remaining()).put(message).flip());
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.complete(-1);
  }
}
