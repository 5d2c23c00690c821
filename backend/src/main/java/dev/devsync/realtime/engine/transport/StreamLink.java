package dev.devsync.realtime.engine.transport;

import io.netty.channel.Channel;
import java.util.function.Consumer;
import java.util.function.Function;

/** A plain WebSocket: text messages both ways, with a bounded queue towards the client. */
public final class StreamLink {

  private final Outlet outlet;
  private final Consumer<StreamLink> onEnd;
  private final SessionListener listener;

  StreamLink(
      int maxOutboundBytes,
      WaitingBytes everybodys,
      Function<StreamLink, SessionListener> acceptor,
      Consumer<StreamLink> onEnd) {
    this.outlet = new Outlet(maxOutboundBytes, everybodys, null);
    this.onEnd = onEnd;
    this.listener = acceptor.apply(this);
  }

  /** Sends what has been queued, and whatever comes from now on. */
  void bind(Channel channel) {
    outlet.bindWebSocket(channel);
  }

  void resume() {
    outlet.flush();
  }

  SessionListener listener() {
    return listener;
  }

  /** Whether messages still reach the client. */
  public boolean isOpen() {
    return !outlet.isClosed();
  }

  /**
   * Queues one message. A client that is too far behind is dropped.
   *
   * @param message may be shared between links
   */
  public void send(WireText message) {
    if (!outlet.send(message)) {
      close(CloseReason.SLOW_CLIENT);
    }
  }

  /** The same for a message that many links share: much more of that may wait. */
  public void sendShared(WireText message) {
    if (!outlet.sendShared(message)) {
      close(CloseReason.SLOW_CLIENT);
    }
  }

  /** Ends the connection. Does nothing if it has ended. */
  public void close(CloseReason reason) {
    if (outlet.close(reason)) {
      onEnd.accept(this);
      listener.onClose(reason);
    }
  }
}
