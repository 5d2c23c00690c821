package dev.devsync.platform.web;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@link StreamedAnswer}s within one transaction, because cursors live no longer than
 * theirs.
 */
@Component
class StreamedAnswerConverter extends AbstractHttpMessageConverter<StreamedAnswer> {

  private final JsonMapper json;
  private final ObjectWriter writer;
  private final TransactionTemplate readOnly;
  private final LongAnswers answers;

  StreamedAnswerConverter(
      JsonMapper json, PlatformTransactionManager transactions, LongAnswers answers) {
    super(MediaType.APPLICATION_JSON);
    this.json = json;
    this.answers = answers;
    // What goes wrong in a query must reach the error handling as it is.
    this.writer = json.writer().without(SerializationFeature.WRAP_EXCEPTIONS);
    this.readOnly = new TransactionTemplate(transactions);
    readOnly.setReadOnly(true);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return StreamedAnswer.class.isAssignableFrom(type);
  }

  @Override
  protected StreamedAnswer readInternal(
      Class<? extends StreamedAnswer> type, HttpInputMessage input) {
    throw new UnsupportedOperationException("streamed answers are only written");
  }

  @Override
  protected void writeInternal(StreamedAnswer answer, HttpOutputMessage output) throws IOException {
    send(output, null, () -> answer);
  }

  /** Sends the answer, or one that is the same. */
  void send(
      HttpOutputMessage output, @Nullable Object sameAs, Supplier<? extends StreamedAnswer> answer)
      throws IOException {
    try {
      answers.send(output, sameAs, spool -> write(answer.get(), json.createGenerator(spool)));
    } catch (JacksonIOException unwritten) {
      throw unwritten.getCause();
    }
  }

  private void write(StreamedAnswer answer, JsonGenerator generator) {
    readOnly.executeWithoutResult(status -> writer.writeValue(generator, answer));
  }
}
