package dev.devsync.realtime.engine.transport;

/** The client sent something its protocol does not allow; the session is closed. */
public final class ProtocolViolation extends Exception {

  private static final long serialVersionUID = 1L;

  public ProtocolViolation(String message) {
    super(message, null, false, false);
  }
}
