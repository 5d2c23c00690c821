package dev.devsync.realtime.engine.transport;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what waits for all clients of this server that read slowly, and limits it. What many of
 * them wait for is in memory once, and counts once.
 */
final class WaitingBytes {

  /** What a queued packet costs beyond its bytes, so that empty packets are not free. */
  static final int OVERHEAD = 32;

  private final AtomicLong waiting = new AtomicLong();
  private final long limit;

  WaitingBytes(long limit) {
    this.limit = limit;
  }

  /** A queue holds the packet from now on. */
  void hold(WireText packet) {
    waiting.addAndGet(OVERHEAD + (packet.isFirstHold() ? packet.length() : 0));
  }

  /** A queue holds the packet no more. */
  void release(WireText packet) {
    waiting.addAndGet(-OVERHEAD - (packet.isLastRelease() ? packet.length() : 0));
  }

  /** Whether clients that are behind must be dropped. */
  boolean isTooMuch() {
    return waiting.get() > limit;
  }

  long count() {
    return waiting.get();
  }
}
