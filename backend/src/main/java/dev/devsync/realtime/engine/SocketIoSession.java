package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.CloseReason;
import dev.devsync.realtime.engine.transport.EngineSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client that was admitted over Socket.IO. */
final class SocketIoSession implements SocketSession {

  private final String id = UUID.randomUUID().toString();
  private final Object principal;
  private final EngineSession transport;
  private final SocketEncoder encoder;
  private volatile boolean isOpen = true;

  SocketIoSession(Object principal, EngineSession transport, SocketEncoder encoder) {
    this.principal = principal;
    this.transport = transport;
    this.encoder = encoder;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public <T> T principal(Class<T> type) {
    return type.cast(principal);
  }

  @Override
  public String address() {
    return transport.handshake().address();
  }

  @Override
  public @Nullable String userAgent() {
    return transport.handshake().userAgent();
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public void send(EncodedEvent event) {
    if (isOpen) {
      transport.sendShared(event.packet());
    }
  }

  @Override
  public void send(String name, Object... arguments) {
    if (isOpen) {
      transport.send(encoder.event(name, arguments).packet());
    }
  }

  @Override
  public void closeTransport() {
    transport.close(CloseReason.SERVER_CLOSE);
  }

  void end() {
    isOpen = false;
  }

  @Override
  public String toString() {
    return "SocketIoSession[" + id + "]";
  }
}
