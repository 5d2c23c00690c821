package dev.devsync.realtime.engine;

/** The acknowledgement a client may have asked for with an event. */
@FunctionalInterface
public interface Ack {

  /** An acknowledgement nobody asked for. */
  Ack NONE = values -> {};

  /** Answers the event. Only the first call has an effect. */
  void send(Object... values);
}
