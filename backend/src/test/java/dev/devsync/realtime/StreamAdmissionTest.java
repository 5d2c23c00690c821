package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.testing.TestUser;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAdmissionTest extends ProgramTest {

  private static int refusal(Throwable failure) {
    return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nothing: here", "Authorization: Bearer rubbish", "Cookie: COOKIE"})
  void nobodyGetsInWithoutAGoodTokenInTheHeader(String header) {
    String[] parts = header.replace("COOKIE", "access_token_cookie=" + dave.token()).split(": ", 2);

    assertThatThrownBy(() -> stream(Map.of(parts[0], parts[1])))
        .isInstanceOf(CompletionException.class)
        .satisfies(failure -> assertThat(refusal(failure)).isEqualTo(401));
  }

  @Test
  void aCookieDoesNotHelpAnEndedSession() {
    TestUser gone = given.aDeveloper("Gone");
    as(gone).post("/auth/logout").then().statusCode(200);

    assertThatThrownBy(
            () ->
                stream(
                    Map.of(
                        "Authorization",
                        "Bearer " + gone.token(),
                        "Cookie",
                        "access_token_cookie=" + dave.token())))
        .satisfies(failure -> assertThat(refusal(failure)).isEqualTo(401));
  }

  @Test
  void aRequestThatIsNoHandshakeIsToldSo() {
    assertThat(as(dave).get("/stream").then().statusCode(400).extract().<String>path("message"))
        .isEqualTo("WebSocket handshake required");
  }

  @Test
  void signingOutEndsTheStream() {
    StreamClient stream = streamOf(dave);
    stream.ask("subscribe", Map.of("projects", List.of(project.id())));

    as(dave).post("/auth/logout").then().statusCode(200);

    stream.awaitClose();
  }
}
