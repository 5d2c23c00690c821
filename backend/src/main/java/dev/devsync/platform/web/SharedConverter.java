package dev.devsync.platform.web;

import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Makes and writes {@link Shared} answers, or finds them made. */
@Component
class SharedConverter extends AbstractHttpMessageConverter<Shared<?>> {

  private final StreamedAnswerConverter converter;

  SharedConverter(StreamedAnswerConverter converter) {
    super(MediaType.APPLICATION_JSON);
    this.converter = converter;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == Shared.class;
  }

  @Override
  protected Shared<?> readInternal(Class<? extends Shared<?>> type, HttpInputMessage input) {
    throw new UnsupportedOperationException("shared answers are only written");
  }

  @Override
  protected void writeInternal(Shared<?> shared, HttpOutputMessage output) throws IOException {
    converter.send(output, shared.sameAs(), shared.answer());
  }
}
