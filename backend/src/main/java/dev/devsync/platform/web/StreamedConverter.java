package dev.devsync.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@link Streamed} lists. */
@Component
class StreamedConverter extends AbstractHttpMessageConverter<Streamed<?>> {

  private final JsonMapper json;
  private final LongAnswers answers;

  StreamedConverter(JsonMapper json, LongAnswers answers) {
    super(MediaType.APPLICATION_JSON);
    this.json = json;
    this.answers = answers;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == Streamed.class;
  }

  @Override
  protected Streamed<?> readInternal(Class<? extends Streamed<?>> type, HttpInputMessage input) {
    throw new UnsupportedOperationException("lists are only written");
  }

  @Override
  protected void writeInternal(Streamed<?> list, HttpOutputMessage output) throws IOException {
    answers.send(output, list.sameAs(), spool -> write(list, spool));
  }

  private <T> void write(Streamed<T> list, OutputStream output) {
    JsonGenerator generator = json.createGenerator(output);
    ObjectWriter writer = json.writer();
    generator.writeStartObject();
    generator.writeArrayPropertyStart(list.name());
    Consumer<T> sink = row -> writer.writeValue(generator, row);
    list.rows().accept(sink);
    generator.writeEndArray();
    generator.writeEndObject();
    generator.flush();
  }
}
