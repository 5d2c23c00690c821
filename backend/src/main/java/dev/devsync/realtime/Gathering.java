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
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Work on the same thing takes turns, and whatever comes up meanwhile is done together in the next
 * turn. So a crowd costs little more than one, and everybody in it is given the same result.
 *
 * @param <K> what is worked on
 * @param <T> a piece of work
 * @param <R> what comes of a turn
 */
final class Gathering<K, T, R> {

  private record Waiting<T, R>(Optional<T> piece, CompletableFuture<R> done) {}

  private final Map<K, List<Waiting<T, R>>> waiting = new HashMap<>();
  private final BiFunction<K, List<T>, R> work;
  private final Function<K, Duration> pause;

  /**
   * @param work done with what has gathered, which is nothing if somebody only asked for the result
   * @param pause how long to let work gather after a turn
   */
  Gathering(BiFunction<K, List<T>, R> work, Function<K, Duration> pause) {
    this.work = work;
    this.pause = pause;
  }

  /** Takes a piece; what is returned fails with what the work throws. */
  CompletableFuture<R> submit(K key, T piece) {
    return add(key, Optional.of(piece));
  }

  /** The result of a turn with everything submitted until now. */
  CompletableFuture<R> ask(K key) {
    return add(key, Optional.empty());
  }

  /** Done once everything submitted until now is. */
  CompletableFuture<Void> settled() {
    Set<K> keys;
    synchronized (this) {
      keys = Set.copyOf(waiting.keySet());
    }
    return CompletableFuture.allOf(keys.stream().map(this::ask).toArray(CompletableFuture[]::new));
  }

  private synchronized CompletableFuture<R> add(K key, Optional<T> piece) {
    CompletableFuture<R> done = new CompletableFuture<>();
    List<Waiting<T, R>> others = waiting.get(key);
    if (others == null) {
      others = new ArrayList<>();
      waiting.put(key, others);
      Thread.ofVirtual().name("gathering").start(() -> workOn(key));
    }
    others.add(new Waiting<>(piece, done));
    return done;
  }

  private void workOn(K key) {
    for (List<Waiting<T, R>> turn = take(key); !turn.isEmpty(); turn = take(key)) {
      try {
        R result = work.apply(key, turn.stream().flatMap(each -> each.piece().stream()).toList());
        turn.forEach(each -> each.done().complete(result));
      } catch (Throwable failure) {
        // Also an Error: whoever waits would wait for ever, and so would all who come after.
        turn.forEach(each -> each.done().completeExceptionally(failure));
      }
      LockSupport.parkNanos(pause.apply(key).toNanos());
    }
  }

  private synchronized List<Waiting<T, R>> take(K key) {
    List<Waiting<T, R>> all = waiting.getOrDefault(key, List.of());
    if (all.isEmpty()) {
      waiting.remove(key);
    } else {
      waiting.put(key, new ArrayList<>());
    }
    return all;
  }
}
