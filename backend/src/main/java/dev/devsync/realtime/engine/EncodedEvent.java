package dev.devsync.realtime.engine;

/** An event in its form on the wire, encoded once and sent to any number of sessions. */
public final class EncodedEvent {

  private final byte[] packet;

  EncodedEvent(byte[] packet) {
    this.packet = packet;
  }

  byte[] packet() {
    return packet;
  }
}
