package dev.devsync.platform.web;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list that goes from the database to the client row by row and is never held whole.
 *
 * @param name the key of the list in the answer
 * @param rows calls its argument with each row; runs while the answer is written
 * @param query equal for lists that show the same as long as the data is the same; null if unknown
 * @param state what the data was like at the latest when the list was asked for; null if unknown
 */
public record Streamed<T>(
    String name, Consumer<Consumer<T>> rows, @Nullable Object query, @Nullable String state) {

  /** A list that is made anew each time. */
  public Streamed(String name, Consumer<Consumer<T>> rows) {
    this(name, rows, null, null);
  }

  /** A list that may be answered from memory, once the state of the data is known. */
  public Streamed(String name, Consumer<Consumer<T>> rows, @Nullable Object query) {
    this(name, rows, query, null);
  }

  Streamed<T> in(String newState) {
    return new Streamed<>(name, rows, query, newState);
  }

  /** Equal only for lists that show the same; null if there is no telling. */
  @Nullable Object sameAs() {
    return query == null || state == null ? null : List.of(state, name, query);
  }
}
