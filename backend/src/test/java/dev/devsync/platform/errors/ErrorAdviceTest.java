package dev.devsync.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletResponse;

class ErrorAdviceTest {

  private final ErrorAdvice advice = new ErrorAdvice();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @ParameterizedTest
  @CsvSource({
    "23503, 409", // foreign key
    "23505, 409", // unique key
    "23514, 409", // check
    "22001, 500", // a text too long for its column
    "22P05, 500", // a character the database cannot hold
  })
  void onlyABrokenConstraintIsSomebodyElsesDoing(String state, int status) throws Exception {
    var refusal = new DataIntegrityViolationException("no", new SQLException("no", state));

    assertThat(advice.unstorable(refusal, response).getStatusCode().value()).isEqualTo(status);
  }

  @Test
  void aRefusalThatIsNotTheDatabasesIsUnexpected() throws Exception {
    var refusal = new DataIntegrityViolationException("no");

    assertThat(advice.unstorable(refusal, response).getStatusCode().value()).isEqualTo(500);
  }

  @Test
  void aClientThatIsGoneGetsNoAnswerHoweverDeepTheReason() throws Exception {
    var failure =
        new HttpMessageNotWritableException(
            "no", new RuntimeException(new ClientAbortException(new IOException("broken pipe"))));

    assertThat(advice.unexpected(failure, response)).isNull();
  }

  @Test
  void anAnswerThatIsPartlyOutIsBrokenOff() {
    response.setCommitted(true);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> advice.unexpected(new IllegalStateException("no"), response));
  }
}
