package dev.devsync.realtime.engine.transport;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * One client's Engine.IO session, over whichever transport it uses at the moment. The library's
 * {@link ClientHead} keeps its heartbeat.
 */
public final class EngineSession {

  private final ClientHead head;
  private final Handshake handshake;
  private final Outlet outlet;
  private final BiConsumer<EngineSession, CloseReason> onEnd;
  private final MisbehaviourLog misbehaviour;
  private final SessionListener listener;
  private volatile long lastHeard = System.nanoTime();

  EngineSession(
      ClientHead head,
      Handshake handshake,
      Outlet outlet,
      SessionListener.Acceptor acceptor,
      MisbehaviourLog misbehaviour,
      BiConsumer<EngineSession, CloseReason> onEnd) {
    this.misbehaviour = misbehaviour;
    this.head = head;
    this.handshake = handshake;
    this.outlet = outlet;
    this.onEnd = onEnd;
    this.listener = acceptor.accept(this);
  }

  /** The secret by which a client's requests are recognized. Never to be shown to others. */
  UUID id() {
    return head.getSessionId();
  }

  /** What the opening request said. */
  public Handshake handshake() {
    return handshake;
  }

  ClientHead head() {
    return head;
  }

  Outlet outlet() {
    return outlet;
  }

  /**
   * Queues one Engine.IO packet. A client that is too far behind is dropped.
   *
   * @param packet the encoded packet; may be shared between sessions
   */
  public void send(WireText packet) {
    if (!outlet.send(packet)) {
      close(CloseReason.SLOW_CLIENT);
    }
  }

  /** The same for a packet that many sessions share: much more of that may wait. */
  public void sendShared(WireText packet) {
    if (!outlet.sendShared(packet)) {
      close(CloseReason.SLOW_CLIENT);
    }
  }

  /** Handles one packet from the client. */
  synchronized void receive(String packet) throws ProtocolViolation {
    heard();
    if (packet.isEmpty()) {
      throw new ProtocolViolation("Empty packet");
    }
    switch (packet.charAt(0)) {
      case '1' -> close(CloseReason.CLIENT_CLOSE);
      case '3' -> {}
      case '4' -> listener.onMessage(packet.substring(1));
      case 'b' -> listener.onBinary();
      default -> throw new ProtocolViolation("Unexpected packet type");
    }
  }

  synchronized void receiveBinary() throws ProtocolViolation {
    heard();
    listener.onBinary();
  }

  private void heard() {
    lastHeard = System.nanoTime();
    head.schedulePingTimeout();
  }

  boolean isSilentFor(Duration limit) {
    return System.nanoTime() - lastHeard >= limit.toNanos();
  }

  /** Makes a WebSocket that has proved itself the transport. */
  void upgrade(Channel channel) {
    if (outlet.isClosed()) {
      channel.close();
      return;
    }
    head.bindChannel(channel, Transport.WEBSOCKET);
    head.upgradeCurrentTransport(Transport.WEBSOCKET);
  }

  /** A connection of the session broke. */
  void channelLost(Channel channel) {
    if (outlet.isTransport(channel)) {
      close(CloseReason.TRANSPORT_CLOSE);
    } else {
      outlet.endProbe(channel);
    }
  }

  /** The client sends more than may be heeded. */
  public void flooded() {
    misbehaviour.note(MisbehaviourLog.Kind.FLOOD, handshake.address());
  }

  /** Ends the session by closing its transport. Does nothing if it has ended. */
  public void close(CloseReason reason) {
    if (outlet.close(reason)) {
      misbehaviour.ended(reason, handshake.address());
      onEnd.accept(this, reason);
      listener.onClose(reason);
    }
  }
}
