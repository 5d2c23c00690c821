package dev.devsync.platform.web;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is made while it is sent, and once for all who would get the same.
 *
 * @param sameAs equal only for answers that are the same; null if there is no telling
 * @param answer makes it
 */
public record Shared<T extends StreamedAnswer>(@Nullable Object sameAs, Supplier<T> answer) {

  /** The same for an answer that is the same only while the data is in this state. */
  Shared<T> in(String state) {
    return sameAs == null ? this : new Shared<>(List.of(state, sameAs), answer);
  }
}
