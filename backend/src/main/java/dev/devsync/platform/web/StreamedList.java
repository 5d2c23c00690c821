package dev.devsync.platform.web;

import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A list within a {@link StreamedAnswer} that goes from the database to the client row by row and
 * is never held whole.
 *
 * @param rows calls its argument with each row; runs while the answer is written, in a read-only
 *     transaction
 */
@JsonSerialize(using = StreamedList.Serializer.class)
public record StreamedList<T>(Consumer<Consumer<T>> rows) {

  /** Writes each row as it comes. */
  static final class Serializer extends ValueSerializer<StreamedList<?>> {

    @Override
    public void serialize(
        StreamedList<?> list, JsonGenerator generator, SerializationContext context) {
      write(list, generator, context);
    }

    private static <T> void write(
        StreamedList<T> list, JsonGenerator generator, SerializationContext context) {
      generator.writeStartArray();
      list.rows().accept(row -> context.writeValue(generator, row));
      generator.writeEndArray();
    }
  }
}
