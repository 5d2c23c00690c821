package dev.devsync.realtime.engine;

import dev.devsync.realtime.engine.transport.CloseReason;
import dev.devsync.realtime.engine.transport.StreamLink;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program at the other end of a plain WebSocket. */
final class StreamSession implements SocketSession {

  private final String id = UUID.randomUUID().toString();
  private final Object principal;
  private final String address;
  private final StreamLink link;
  private final SocketEncoder encoder;

  StreamSession(Object principal, String address, StreamLink link, SocketEncoder encoder) {
    this.principal = principal;
    this.address = address;
    this.link = link;
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
    return address;
  }

  @Override
  public @Nullable String userAgent() {
    return null;
  }

  @Override
  public boolean isOpen() {
    return link.isOpen();
  }

  @Override
  public void send(EncodedEvent event) {
    link.sendShared(event.message());
  }

  @Override
  public void send(String name, Object... arguments) {
    link.send(encoder.event(name, arguments).message());
  }

  @Override
  public void closeTransport() {
    link.close(CloseReason.SERVER_CLOSE);
  }

  @Override
  public String toString() {
    return "StreamSession[" + id + "]";
  }
}
