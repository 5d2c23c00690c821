package dev.devsync.realtime.engine;

import org.jspecify.annotations.Nullable;

/** One admitted client. Sending never blocks and may be done from any thread. */
public interface SocketSession {

  /** The id the client knows as {@code socket.id}. Not a secret. */
  String id();

  /** What the client was accepted as. */
  <T> T principal(Class<T> type);

  /** The client's network address. */
  String address();

  /** The client's description of itself. */
  @Nullable String userAgent();

  /** Whether events still reach the client. */
  boolean isOpen();

  /**
   * Sends an event that others are sent as well, in the order of the calls. A client that does not
   * keep up is dropped.
   */
  void send(EncodedEvent event);

  /**
   * Encodes and sends an event to this client alone, which must not be so far behind with those.
   */
  void send(String name, Object... arguments);

  /**
   * Ends the connection without a Socket.IO disconnect packet, so that the client comes back with
   * whatever credentials it holds then (realtime contract §2).
   */
  void closeTransport();
}
