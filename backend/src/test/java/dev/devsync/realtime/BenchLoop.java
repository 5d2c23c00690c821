package dev.devsync.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
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

  /**
   * Connects with this CONNECT payload and waits until the client is let in.
   *
   * @param comments told the id of each comment that the client hears of
   */
  BenchClient connect(String payload, IntConsumer comments) throws IOException {
    BenchClient client = begin(payload, comments, false);
    client.admitted().orTimeout(60, TimeUnit.SECONDS).join();
    return client;
  }

  /** Connects and reads no more, until {@link #hearAgain}. */
  BenchClient connectDeaf(String payload) throws IOException {
    return begin(payload, id -> {}, true);
  }

  void hearAgain(BenchClient client) {
    client.deaf(false);
    register(client);
  }

  private BenchClient begin(String payload, IntConsumer comments, boolean isDeaf)
      throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    BenchClient client = new BenchClient(channel, payload, comments);
    client.deaf(isDeaf);
    channel.configureBlocking(false);
    client.shakeHands();
    register(client);
    return client;
  }

  private void register(BenchClient client) {
    wishes.add(() -> client.register(selector));
    selector.wakeup();
  }

  private void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::read);
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

  private void read(SelectionKey key) {
    BenchClient client = (BenchClient) key.attachment();
    client.read(buffer);
    if (client.isDeaf() && key.isValid()) {
      key.interestOps(0);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
