package dev.devsync.realtime;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A Socket.IO client that costs next to nothing: it looks for the ids of comments and no more. */
final class BenchClient implements AutoCloseable {

  private static final String ID = "\"comment_id\":";
  private static final String SEQ = "\"seq\":";

  private final PlainWebSocket socket;
  private final IntConsumer comments;
  private final CompletableFuture<Void> admitted = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile long lastSeq;

  private BenchClient(int port, IntConsumer comments) throws IOException {
    this.socket = new PlainWebSocket(port, "/socket.io/?EIO=4&transport=websocket", "");
    this.comments = comments;
  }

  /**
   * Connects with these fields of the CONNECT payload besides the token and waits for the answer.
   */
  static BenchClient connect(int port, String token, String fields, IntConsumer comments)
      throws IOException {
    BenchClient client = new BenchClient(port, comments);
    client.socket.send("40{\"token\":\"" + token + "\"" + fields + "}");
    Thread.ofVirtual().start(client::listen);
    client.admitted.orTimeout(60, TimeUnit.SECONDS).join();
    return client;
  }

  /** Connects, joins the room, and never reads again. */
  static BenchClient deaf(int port, String token) throws IOException {
    BenchClient client = new BenchClient(port, id -> {});
    client.socket.send("40{\"token\":\"" + token + "\",\"projects\":[1]}");
    return client;
  }

  void listen() {
    socket.listen(this::receive);
    admitted.completeExceptionally(new IOException("closed"));
    ended.complete(null);
  }

  private void receive(String packet) {
    if (packet.startsWith("42")) {
      int id = number(packet, ID);
      lastSeq = Math.max(number(packet, SEQ), 0);
      if (id >= 0) {
        comments.accept(id);
      }
    } else if (packet.equals("2")) {
      answerPing();
    } else if (packet.startsWith("40")) {
      admitted.complete(null);
    }
  }

  private void answerPing() {
    try {
      socket.send("3");
    } catch (IOException over) {
      ended.complete(null);
    }
  }

  private static int number(String text, String name) {
    int start = text.indexOf(name);
    if (start < 0) {
      return -1;
    }
    int from = start + name.length();
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return Integer.parseInt(text, from, end, 10);
  }

  long lastSeq() {
    return lastSeq;
  }

  /** Waits for the end of the connection; whether it came in time. */
  boolean endsWithin(int seconds) {
    try {
      ended.get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (Exception notYet) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
