package dev.devsync.realtime.engine.transport;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Packets waiting for a transport, limited in bytes. Those that many sessions share cost each of
 * them little and have a limit of their own. Guarded by its session.
 */
final class Outbox {

  /** Several times as much as a client is ever given when it comes back. */
  private static final int SHARED_LIMITS = 32;

  /** The payload of a poll is nobody else's, so that those of a whole room must be small. */
  private static final int MOST_POLLED = 64 * 1024;

  private record Waiting(WireText packet, boolean isShared) {
    int cost() {
      return packet.length() + WaitingBytes.OVERHEAD;
    }
  }

  private final Deque<Waiting> packets = new ArrayDeque<>(4);
  private final int limit;
  private final WaitingBytes everybodys;
  private int size;
  private long shared;

  Outbox(int limit, WaitingBytes everybodys) {
    this.limit = limit;
    this.everybodys = everybodys;
  }

  /** Returns false if the packet would exceed the limit. A first one is always taken. */
  boolean offer(WireText packet) {
    Waiting added = new Waiting(packet, false);
    if (size > 0 && size + added.cost() > limit) {
      return false;
    }
    size += added.cost();
    return add(added);
  }

  /** Takes a small packet that is not to wait behind others. */
  void offerFirst(WireText packet) {
    Waiting added = new Waiting(packet, false);
    size += added.cost();
    everybodys.hold(packet);
    packets.addFirst(added);
  }

  /** Of those who are behind, nobody is given more while too much waits for all together. */
  private boolean add(Waiting added) {
    if (!packets.isEmpty() && everybodys.isTooMuch()) {
      return false;
    }
    everybodys.hold(added.packet());
    return packets.add(added);
  }

  /** The same for a packet that many sessions share. */
  boolean offerShared(WireText packet) {
    Waiting added = new Waiting(packet, true);
    shared += added.cost();
    return shared <= (long) SHARED_LIMITS * limit && add(added);
  }

  /** Takes the oldest packet. There must be one. */
  WireText take() {
    Waiting oldest = packets.remove();
    everybodys.release(oldest.packet());
    if (oldest.isShared()) {
      shared -= oldest.cost();
    } else {
      size -= oldest.cost();
    }
    return oldest.packet();
  }

  /** Takes one polling payload: everything, or as much as may be polled at once. */
  byte[] drain() {
    byte[] first = take().text();
    if (packets.isEmpty()) {
      return first;
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(first);
    while (!packets.isEmpty()
        && payload.size() + packets.element().packet().length() < MOST_POLLED) {
      payload.write(EnginePackets.SEPARATOR);
      payload.writeBytes(take().text());
    }
    return payload.toByteArray();
  }

  boolean isEmpty() {
    return packets.isEmpty();
  }

  void clear() {
    packets.forEach(packet -> everybodys.release(packet.packet()));
    packets.clear();
    size = 0;
    shared = 0;
  }
}
