package dev.devsync.realtime.engine;

/**
 * Receives what admitted clients do. For one session the calls come one after the other, on a
 * thread of which there are few: they may block, but not for long.
 */
public interface SocketHandler {

  /** The client has been admitted and told so. Called before any event of the session. */
  void onConnected(SocketSession session);

  /** The client sent an event. If this throws, the client is told that the event failed. */
  void onEvent(SocketSession session, SocketEvent event);

  /** The session is over. Called exactly once for every {@link #onConnected}. */
  void onClosed(SocketSession session);
}
