package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.CloseReason;
import dev.devsync.realtime.engine.transport.EngineSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One admitted client. Sending never blocks and may be done from any thread. */
public final class SocketSession {

  private final String id = UUID.randomUUID().toString();
  private final Object principal;
  private final EngineSession transport;
  private final SocketEncoder encoder;
  private volatile boolean isOpen = true;

  SocketSession(Object principal, EngineSession transport, SocketEncoder encoder) {
    this.principal = principal;
    this.transport = transport;
    this.encoder = encoder;
  }

  /** The id the client knows as {@code socket.id}. Not a secret. */
  public String id() {
    return id;
  }

  /** What the gate accepted the client as. */
  public <T> T principal(Class<T> type) {
    return type.cast(principal);
  }

  /** The client's network address. */
  public String address() {
    return transport.handshake().address();
  }

  /** The client's description of itself. */
  public @Nullable String userAgent() {
    return transport.handshake().userAgent();
  }

  /** Whether events still reach the client. */
  public boolean isOpen() {
    return isOpen;
  }

  /** Sends an event, in the order of the calls. A client that does not keep up is dropped. */
  public void send(EncodedEvent event) {
    if (isOpen) {
      transport.send(event.packet());
    }
  }

  /** Encodes and sends an event to this client alone. */
  public void send(String name, Object... arguments) {
    send(encoder.event(name, arguments));
  }

  /**
   * Ends the connection without a Socket.IO disconnect packet, so that the client comes back with
   * whatever credentials it holds then (realtime contract §2).
   */
  public void closeTransport() {
    transport.close(CloseReason.SERVER_CLOSE);
  }

  void end() {
    isOpen = false;
  }

  @Override
  public String toString() {
    return "SocketSession[" + id + "]";
  }
}
