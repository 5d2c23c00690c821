package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.TransportServer;
import io.netty.channel.Channel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The Socket.IO server, reached by clients through the servlet in {@code bridge}. */
public final class SocketEngine {

  /**
   * Thousands of clients that come back at once leave the database to requests as well, and the
   * virtual threads, which take turns at the processor, to requests alone.
   */
  private static final int AT_ONCE = 4;

  private final SocketRuntime runtime;
  private final TransportServer transport;
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor deadlines;

  public SocketEngine(
      SocketSettings settings, SocketGate gate, SocketHandler handler, SocketEncoder encoder) {
    workers =
        Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("socket-client-", 0).daemon().factory());
    deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("socket-deadlines").daemon().factory());
    deadlines.setRemoveOnCancelPolicy(true);
    runtime =
        new SocketRuntime(
            settings, gate, handler, encoder, new PayloadReader(), workers, deadlines);
    transport =
        new TransportServer(
            settings.transport(), session -> new SocketConnection(session, runtime));
  }

  /** Where the servlet finds the engine. */
  public TransportServer transport() {
    return transport;
  }

  /**
   * Serves a plain WebSocket of a client that is already known; false if there is no room for it.
   *
   * @param channel on which the request is received next
   * @param principal as whom the client acts
   * @param handler receives what the client says
   */
  public boolean openStream(
      Channel channel, Object principal, String address, SocketHandler handler) {
    return transport.adoptStream(
        channel,
        link ->
            StreamConnection.open(
                link, principal, address, handler, runtime, transport.misbehaviour()));
  }

  /** Starts accepting clients. */
  public void start() {
    transport.start();
  }

  /**
   * Ends every connection in the way that makes clients come back, and lets no new ones in. Held
   * polls are answered.
   */
  public void drain() {
    transport.drain();
  }

  /** Stops for good. Every session's {@link SocketHandler#onClosed} has been called on return. */
  public void stop() {
    transport.stop();
    deadlines.shutdownNow();
    workers.close();
  }
}
