package dev.devsync.realtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A Socket.IO client that costs next to nothing: it looks for the ids of comments and no more. */
final class BenchClient implements AutoCloseable {

  private static final String REQUEST =
      "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n"
          + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(ISO_8859_1);
  private static final byte[] COMMENT = "42[\"new_comment\"".getBytes(UTF_8);
  private static final byte[] ID = "\"comment_id\":".getBytes(UTF_8);
  private static final byte[] SEQ = "\"seq\":".getBytes(UTF_8);
  private static final int SEQ_FROM_END = 40;
  private static final int STATUS_LINE = 12;

  private final SocketChannel channel;
  private final String payload;
  private final IntConsumer comments;
  private final CompletableFuture<Void> admitted = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean isDeaf;
  private boolean isUpgraded;
  private byte[] rest = {};
  private volatile long lastSeq;
  private String answer = "no answer";

  BenchClient(String payload, IntConsumer comments) throws IOException {
    this.channel = SocketChannel.open();
    this.payload = payload;
    this.comments = comments;
  }

  /** Begins to connect; {@link #shakeHands} has to follow. */
  void connect(SocketAddress server, Selector selector) {
    try {
      channel.configureBlocking(false);
      boolean isDone = channel.connect(server);
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, this);
      if (isDone) {
        shakeHands(key);
      }
    } catch (IOException failure) {
      end();
    }
  }

  void shakeHands(SelectionKey key) {
    try {
      channel.finishConnect();
      channel.write(ByteBuffer.wrap(REQUEST.getBytes(ISO_8859_1)));
      key.interestOps(SelectionKey.OP_READ);
    } catch (IOException failure) {
      end();
    }
  }

  /** Reads again. */
  void hear(Selector selector) {
    channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
  }

  /** Whether it leaves unread what the server sends once they have shaken hands. */
  void deaf(boolean now) {
    isDeaf = now;
  }

  boolean isDeaf() {
    return isDeaf && isUpgraded;
  }

  /** Reads what there is, by way of a buffer that all clients share. */
  void read(ByteBuffer shared) {
    try {
      shared.clear().put(rest);
      int read = channel.read(shared);
      shared.flip();
      consume(shared);
      rest = new byte[shared.remaining()];
      shared.get(rest);
      if (read < 0) {
        end();
      }
    } catch (IOException broken) {
      end();
    }
  }

  private void consume(ByteBuffer data) throws IOException {
    if (!isUpgraded) {
      int end = find(data.array(), 0, data.limit(), HEAD_END);
      if (end < 0) {
        return;
      }
      isUpgraded = true;
      answer = new String(data.array(), 0, STATUS_LINE, ISO_8859_1);
      data.position(end + HEAD_END.length);
      send("40" + payload);
    }
    while (consumeFrame(data)) {
      // The next one.
    }
  }

  private boolean consumeFrame(ByteBuffer data) throws IOException {
    if (data.remaining() < 2) {
      return false;
    }
    int start = data.position();
    int length = data.get(start + 1);
    int head = length < 126 ? 2 : length == 126 ? 4 : 10;
    if (data.remaining() < head) {
      return false;
    }
    int size =
        switch (head) {
          case 2 -> length;
          case 4 -> data.getShort(start + 2) & 0xffff;
          default -> Math.toIntExact(data.getLong(start + 2));
        };
    if (data.remaining() < head + size) {
      return false;
    }
    data.position(start + head + size);
    receive(data.array(), start + head, start + head + size);
    return true;
  }

  private void receive(byte[] text, int start, int end) throws IOException {
    if (end - start == 1 && text[start] == '2') {
      send("3");
    } else if (text[start] == '4' && text[start + 1] == '0') {
      admitted.complete(null);
    } else if (startsWith(text, start, end, COMMENT)) {
      lastSeq =
          number(text, find(text, Math.max(start, end - SEQ_FROM_END), end, SEQ) + SEQ.length);
      comments.accept(number(text, find(text, start, end, ID) + ID.length));
    }
  }

  private static int find(byte[] text, int from, int end, byte[] wanted) {
    for (int start = from; start <= end - wanted.length; start++) {
      if (startsWith(text, start, end, wanted)) {
        return start;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] text, int start, int end, byte[] wanted) {
    int i = 0;
    while (i < wanted.length && start + i < end && text[start + i] == wanted[i]) {
      i++;
    }
    return i == wanted.length;
  }

  private static int number(byte[] text, int from) {
    int number = 0;
    for (int i = from; Character.isDigit(text[i]); i++) {
      number = 10 * number + text[i] - '0';
    }
    return number;
  }

  /** The mask is zero, which leaves the text as it is. */
  private void send(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(bytes.length + 8).put((byte) 0x81);
    if (bytes.length < 126) {
      frame.put((byte) (0x80 | bytes.length));
    } else {
      frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
    }
    channel.write(frame.putInt(0).put(bytes).flip());
  }

  private void end() {
    admitted.completeExceptionally(new IOException("closed after " + answer));
    ended.complete(null);
    close();
  }

  CompletableFuture<Void> admitted() {
    return admitted;
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
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
