package dev.devsync.platform.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request body: absent, null, or a value. Absent keeps what is stored; null clears it
 * where that is possible.
 *
 * @param <T> the type the field was read as
 */
public record Field<T>(boolean isPresent, @Nullable T value) {

  public static <T> Field<T> absent() {
    return new Field<>(false, null);
  }

  public static <T> Field<T> of(@Nullable T value) {
    return new Field<>(true, value);
  }

  public boolean isAbsentOrNull() {
    return value == null;
  }

  /** The value, or the fallback when the field is absent or null. */
  public T orElse(T fallback) {
    return value == null ? fallback : value;
  }

  /**
   * What a nullable column becomes: the present value or null if the field was given, the stored
   * value if not.
   */
  public @Nullable T orStored(@Nullable T stored) {
    return isPresent ? value : stored;
  }

  /** The field with its value changed; absent and null stay what they are. */
  public <R> Field<R> map(Function<T, R> change) {
    return value == null ? new Field<>(isPresent, null) : of(change.apply(value));
  }
}
