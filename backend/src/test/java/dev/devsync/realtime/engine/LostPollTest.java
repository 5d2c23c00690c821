package dev.devsync.realtime.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** A poll whose connection breaks before there is an answer. */
class LostPollTest extends EngineTest {

  @Test
  void aSessionEndsWhenAnAnswerIsLostThatItsClientCannotAskForAgain() throws Exception {
    PollingClient client = PollingClient.connect(server);
    breakHeldPoll(client);

    client.post("421[\"echo\",1]");

    Await.until(() -> server.sessionCount() == 0);
    assertThat(client.poll().getFirst()).contains("Session ID unknown");
  }

  /** Sends a poll, and resets the connection as soon as the server has begun to read it. */
  private void breakHeldPoll(PollingClient client) throws IOException {
    String target = "/socket.io/?EIO=4&transport=polling&sid=" + client.sid();
    String head =
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
            + "Content-Length: 1\r\n\r\n";
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoLinger(true, 0);
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      byte[] goOn = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
      assertThat(new String(goOn, ISO_8859_1)).isEqualTo("HTTP/1.1 100");
      socket.getOutputStream().write('x');
    }
  }
}
