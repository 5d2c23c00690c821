package dev.devsync.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy on loopback that tests can cut, silence and mend. */
public final class CuttableProxy implements AutoCloseable {

  /** What happens to traffic. */
  public enum Mode {
    PASS,
    /** Connections are closed, and new ones at once after they are accepted. */
    CUT,
    /** Connections stay open and nothing passes. */
    SILENT
  }

  private final ServerSocket listener;
  private final String targetHost;
  private final int targetPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.PASS;

  public CuttableProxy(String targetHost, int targetPort) throws IOException {
    this.targetHost = targetHost;
    this.targetPort = targetPort;
    this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  public void set(Mode wanted) {
    mode = wanted;
    if (wanted == Mode.CUT) {
      open.forEach(CuttableProxy::closeQuietly);
      open.clear();
    }
  }

  /** Cuts some connection that is open now; new ones are accepted as before. */
  public void cutOne(Random random) {
    List<Socket> candidates = List.copyOf(open);
    if (!candidates.isEmpty()) {
      closeQuietly(candidates.get(random.nextInt(candidates.size())));
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (mode == Mode.CUT) {
          client.close();
        } else {
          connect(client);
        }
      } catch (IOException closed) {
        // The listener was closed, or the target is away: the next accept tells.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket(targetHost, targetPort);
    open.add(client);
    open.add(server);
    Thread.ofVirtual().start(() -> pump(client, server));
    Thread.ofVirtual().start(() -> pump(server, client));
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16 * 1024];
    try {
      for (int read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        if (mode == Mode.PASS) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException cut) {
      // Both ends are closed below.
    } finally {
      closeQuietly(from);
      closeQuietly(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    set(Mode.CUT);
  }
}
