package dev.devsync.realtime.engine.transport;

/**
 * Receives what one session's client sends. Called on network threads, one call at a time; must not
 * block.
 */
public interface SessionListener {

  /** A text message, without the Engine.IO packet type. */
  void onMessage(String message) throws ProtocolViolation;

  /** A binary message, whose content is not kept. */
  void onBinary() throws ProtocolViolation;

  /** The session is over; nothing more will arrive or leave. Called once. */
  void onClose(CloseReason reason);

  /** Accepts new sessions. */
  @FunctionalInterface
  interface Acceptor {

    /** Returns the listener of a session that has just been opened. */
    SessionListener accept(EngineSession session);
  }
}
