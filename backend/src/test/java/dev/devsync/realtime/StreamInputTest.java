package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamInputTest extends ProgramTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json                                | Invalid payload
          [1]                                     | Invalid payload
          {"action":7}                            | Invalid payload
          {"action":"dance"}                      | Unknown action
          {"action":"subscribe"}                  | Nothing to subscribe to
          {"action":"subscribe","projects":["x"]} | Nothing to subscribe to
          """)
  void whatIsNotUnderstoodIsAnsweredAndTheStreamGoesOn(String text, String message) {
    StreamClient stream = streamOf(dave);

    stream.send(text);

    assertThat(stream.answerWithoutId().path("message").asString()).isEqualTo(message);
    assertThat(stream.ask("subscribe", Map.of("notifications", true)).path("status").asString())
        .isEqualTo("success");
  }

  @Test
  void aFloodIsAnsweredWithRefusals() {
    StreamClient stream = streamOf(dave);

    for (int i = 0; i < 120; i++) {
      stream.send("{\"action\":\"unsubscribe\",\"notifications\":true,\"id\":\"x\"}");
      if (stream.hasAnswer("Rate limit exceeded")) {
        break;
      }
    }

    await().atMost(Duration.ofSeconds(10)).until(() -> stream.hasAnswer("Rate limit exceeded"));
    assertThat(stream.isClosed()).isFalse();
  }

  @Test
  void anOversizedMessageEndsTheStream() {
    StreamClient stream = streamOf(dave);

    stream.send("{\"action\":\"" + "x".repeat(70_000) + "\"}");

    assertThat(stream.awaitClose()).isIn(1009, 1006);
  }

  @Test
  void binaryEndsTheStream() {
    StreamClient stream = streamOf(dave);

    stream.sendBinary(new byte[] {1, 2, 3});

    assertThat(stream.awaitClose()).isEqualTo(1002);
  }
}
