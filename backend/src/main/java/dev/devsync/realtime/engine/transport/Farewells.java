package dev.devsync.realtime.engine.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Sessions whose client has just closed them. The client's last poll travels on another connection
 * and may arrive after its goodbye; it deserves an answer, not an error.
 */
final class Farewells {

  private static final long LIFE_NANOS = 1_000_000_000L;
  private static final int MOST = 1000;

  private record Goodbye(UUID id, long time) {}

  private final Deque<Goodbye> goodbyes = new ArrayDeque<>();

  synchronized void expect(UUID id) {
    forgetOld();
    if (goodbyes.size() < MOST) {
      goodbyes.add(new Goodbye(id, System.nanoTime()));
    }
  }

  synchronized boolean take(UUID id) {
    forgetOld();
    return goodbyes.removeIf(each -> each.id().equals(id));
  }

  private void forgetOld() {
    long oldest = System.nanoTime() - LIFE_NANOS;
    while (!goodbyes.isEmpty() && goodbyes.getFirst().time() < oldest) {
      goodbyes.removeFirst();
    }
  }
}
