package dev.devsync.realtime.engine.transport;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Packets waiting for a transport, limited in bytes. Those that are kept elsewhere anyway, for
 * clients that come back, have a limit of their own. Guarded by its session.
 */
final class Outbox {

  /** What a queued packet costs beyond its bytes, so that empty packets are not free. */
  private static final int OVERHEAD = 32;

  /** More than a client is ever given when it comes back. */
  private static final int KEPT_LIMITS = 16;

  private record Waiting(WireText packet, boolean isKept) {
    int cost() {
      return packet.length() + OVERHEAD;
    }
  }

  private final Queue<Waiting> packets = new ArrayDeque<>(4);
  private final int limit;
  private int size;
  private long kept;

  Outbox(int limit) {
    this.limit = limit;
  }

  /** Returns false if the packet would exceed the limit. A first one is always taken. */
  boolean offer(WireText packet) {
    Waiting added = new Waiting(packet, false);
    if (size > 0 && size + added.cost() > limit) {
      return false;
    }
    size += added.cost();
    return packets.add(added);
  }

  /** The same for a packet that is kept elsewhere anyway. */
  boolean offerKept(WireText packet) {
    Waiting added = new Waiting(packet, true);
    kept += added.cost();
    return kept <= (long) KEPT_LIMITS * limit && packets.add(added);
  }

  /** Takes the oldest packet. There must be one. */
  WireText take() {
    Waiting oldest = packets.remove();
    if (oldest.isKept()) {
      kept -= oldest.cost();
    } else {
      size -= oldest.cost();
    }
    return oldest.packet();
  }

  /** Takes one polling payload: everything, or as much as the limit allows. */
  byte[] drain() {
    byte[] first = take().text();
    if (packets.isEmpty()) {
      return first;
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream(Math.max(size, first.length));
    payload.writeBytes(first);
    while (!packets.isEmpty() && payload.size() + packets.element().packet().length() < limit) {
      payload.write(EnginePackets.SEPARATOR);
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
    kept = 0;
  }
}
