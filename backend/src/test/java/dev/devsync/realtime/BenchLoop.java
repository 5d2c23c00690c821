package dev.devsync.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Drives any number of clients on one thread: measuring should take little from the measured. */
final class BenchLoop implements AutoCloseable {

  private static final int LARGEST_FRAME = 1 << 18;

  private final InetSocketAddress server;
  private final Selector selector = Selector.open();
  private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST_FRAME);

  BenchLoop(int port) throws IOException {
    server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    Thread.ofPlatform().name("bench-clients").daemon().start(this::run);
  }

  /** Connects with this CONNECT payload and waits until the client is let in. */
  BenchClient connect(String payload, IntConsumer comments) throws IOException {
    BenchClient client = begin(payload, comments);
    client.admitted().orTimeout(60, TimeUnit.SECONDS).join();
    return client;
  }

  /**
   * Begins to connect and does not wait. What thousands of clients do at once takes no more than
   * this one thread, as if they were on machines of their own.
   *
   * @param comments told the id of each comment that the client hears of
   */
  BenchClient begin(String payload, IntConsumer comments) throws IOException {
    return start(new BenchClient(payload, comments));
  }

  /** Connects and reads no more, until {@link #hearAgain}. */
  BenchClient connectDeaf(String payload) throws IOException {
    BenchClient client = new BenchClient(payload, id -> {});
    client.deaf(true);
    return start(client);
  }

  void hearAgain(BenchClient client) {
    client.deaf(false);
    wish(() -> client.hear(selector));
  }

  private BenchClient start(BenchClient client) {
    wish(() -> client.connect(server, selector));
    return client;
  }

  private void wish(Runnable wish) {
    wishes.add(wish);
    selector.wakeup();
  }

  private void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::serve);
        for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
          wish.run();
        }
      }
    } catch (ClosedSelectorException over) {
      // Nobody listens any more.
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void serve(SelectionKey key) {
    BenchClient client = (BenchClient) key.attachment();
    try {
      if (key.isConnectable()) {
        client.shakeHands(key);
        return;
      }
      client.read(buffer);
      if (client.isDeaf()) {
        key.interestOps(0);
      }
    } catch (CancelledKeyException closed) {
      // By another thread, meanwhile.
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
