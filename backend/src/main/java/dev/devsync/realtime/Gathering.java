package dev.devsync.realtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Work on the same thing takes turns, and whatever comes up meanwhile is done together in the next
 * turn. So a crowd costs little more than one, and holds a single database connection.
 *
 * @param <K> what is worked on
 * @param <T> a piece of work
 */
final class Gathering<K, T> {

  private record Waiting<T>(Optional<T> piece, CompletableFuture<Void> done) {}

  private final Map<K, List<Waiting<T>>> waiting = new HashMap<>();
  private final BiConsumer<K, List<T>> work;
  private final Function<K, Duration> pause;

  /**
   * @param pause how long to let work gather after a turn
   */
  Gathering(BiConsumer<K, List<T>> work, Function<K, Duration> pause) {
    this.work = work;
    this.pause = pause;
  }

  /** Takes a piece; what is returned fails with what the work throws. */
  synchronized CompletableFuture<Void> submit(K key, T piece) {
    List<Waiting<T>> others = waiting.get(key);
    if (others == null) {
      waiting.put(key, new ArrayList<>());
      Thread.ofVirtual().name("gathering").start(() -> workOn(key));
    }
    return add(key, Optional.of(piece));
  }

  /** Done once everything submitted until now is. */
  synchronized CompletableFuture<Void> settled(K key) {
    return waiting.containsKey(key)
        ? add(key, Optional.empty())
        : CompletableFuture.completedFuture(null);
  }

  /** The same for all there is. */
  CompletableFuture<Void> settled() {
    Set<K> keys;
    synchronized (this) {
      keys = Set.copyOf(waiting.keySet());
    }
    return CompletableFuture.allOf(
        keys.stream().map(this::settled).toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Void> add(K key, Optional<T> piece) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    waiting.getOrDefault(key, List.of()).add(new Waiting<>(piece, done));
    return done;
  }

  private void workOn(K key) {
    for (List<Waiting<T>> turn = take(key); !turn.isEmpty(); turn = take(key)) {
      try {
        List<T> pieces = turn.stream().flatMap(each -> each.piece().stream()).toList();
        if (!pieces.isEmpty()) {
          work.accept(key, pieces);
        }
        turn.forEach(each -> each.done().complete(null));
      } catch (Throwable failure) {
        // Also an Error: whoever waits would wait for ever, and so would all who come after.
        turn.forEach(each -> each.done().completeExceptionally(failure));
      }
      LockSupport.parkNanos(pause.apply(key).toNanos());
    }
  }

  private synchronized List<Waiting<T>> take(K key) {
    List<Waiting<T>> all = waiting.getOrDefault(key, List.of());
    if (all.isEmpty()) {
      waiting.remove(key);
    } else {
      waiting.put(key, new ArrayList<>());
    }
    return all;
  }
}
