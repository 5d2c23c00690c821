package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatedPollTest extends EngineTest {

  @Test
  void aPollThatIsRepeatedGetsTheAnswerThatWasLost() throws Exception {
    PollingClient client = PollingClient.connect(server);
    client.post("421[\"echo\",1]");
    assertThat(client.pollStamped("a")).containsExactly("431[1]");
    client.post("422[\"echo\",2]");

    assertThat(client.pollStamped("a")).containsExactly("431[1]");
    assertThat(client.pollStamped("b")).containsExactly("432[2]");
  }

  @Test
  void anAnswerIsRepeatedOnlyOnce() throws Exception {
    PollingClient client = PollingClient.connect(server);
    client.post("421[\"echo\",1]");
    client.pollStamped("a");
    client.pollStamped("a");
    client.post("422[\"echo\",2]");

    assertThat(client.pollStamped("a")).containsExactly("432[2]");
  }

  @Test
  void theNextPollConfirmsTheOneBefore() throws Exception {
    PollingClient client = PollingClient.connect(server);
    for (int number = 1; number <= 3; number++) {
      client.post("42" + number + "[\"echo\"]");
      assertThat(client.pollStamped(number % 2 == 0 ? "b" : "a"))
          .containsExactly("43" + number + "[]");
    }
  }

  @Test
  void aClientWhoseStampNeverChangesGetsEveryEventOnce() throws Exception {
    PollingClient client = PollingClient.openStamped(server, "fixed");
    client.post("40{\"token\":\"good\"}");
    assertThat(client.pollStamped("fixed")).singleElement().asString().startsWith("40{");
    for (int number = 1; number <= 3; number++) {
      client.post("42" + number + "[\"echo\"]");
      assertThat(client.pollStamped("fixed")).isEqualTo(List.of("43" + number + "[]"));
    }
  }

  @Test
  void aPollThatIsRepeatedWhileItIsHeldEndsTheSessionAsAnySecondOneDoes() throws Exception {
    PollingClient client = PollingClient.connect(server);
    List<HttpResponse<String>> answers =
        Stream.of(client.startPollStamped("a"), client.startPollStamped("a"))
            .map(answer -> answer.orTimeout(5, TimeUnit.SECONDS).join())
            .sorted(Comparator.comparing(HttpResponse::statusCode))
            .toList();

    assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 400);
    assertThat(answers.getFirst().body()).isEqualTo("1");
    assertThat(client.statusOfPoll()).isEqualTo(400);
  }

  @Test
  void nothingIsRepeatedAfterTheEndOfTheSession() throws Exception {
    PollingClient client = PollingClient.connect(server);
    client.post("421[\"echo\",1]");
    client.pollStamped("a");

    client.post("abc");

    assertThat(client.pollStamped("a").getFirst()).contains("Session ID unknown");
  }
}
