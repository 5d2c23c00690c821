package dev.devsync.realtime.engine.transport;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/** Packets waiting for a transport, limited in bytes. Guarded by its session. */
final class Outbox {

  /** What a queued packet costs beyond its bytes, so that empty packets are not free. */
  private static final int OVERHEAD = 32;

  private final Queue<WireText> packets = new ArrayDeque<>(4);
  private final int limit;
  private int size;

  Outbox(int limit) {
    this.limit = limit;
  }

  /** Returns false if the packet would exceed the limit. A packet is always taken when empty. */
  boolean offer(WireText packet) {
    int cost = packet.length() + OVERHEAD;
    if (!packets.isEmpty() && size + cost > limit) {
      return false;
    }
    size += cost;
    return packets.add(packet);
  }

  /** Takes the oldest packet. There must be one. */
  WireText take() {
    WireText packet = packets.remove();
    size -= packet.length() + OVERHEAD;
    return packet;
  }

  /** Takes everything as one polling payload. */
  byte[] drain() {
    if (packets.size() == 1) {
      return take().text();
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream(size);
    while (!packets.isEmpty()) {
      if (payload.size() > 0) {
        payload.write(EnginePackets.SEPARATOR);
      }
      payload.writeBytes(take().text());
    }
    return payload.toByteArray();
  }

  boolean isEmpty() {
    return packets.isEmpty();
  }

  void clear() {
    packets.clear();
    size = 0;
  }
}
