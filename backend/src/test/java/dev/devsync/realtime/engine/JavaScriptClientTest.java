package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code src/test/node/client.mjs}, which uses the client library of the SPA. */
class JavaScriptClientTest {

  private static final Path SCRIPTS = Path.of("src", "test", "node");

  private TestServer server;

  @BeforeAll
  static void installClient() throws Exception {
    run(List.of("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline"));
  }

  @BeforeEach
  void start() {
    server = TestServer.start(limits -> {}, new ClosingRecorder());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** Closes the transport of a client that asks for it. */
  private static final class ClosingRecorder extends Recorder {

    @Override
    public void onEvent(SocketSession session, SocketEvent event) {
      if ("close me".equals(event.name())) {
        session.closeTransport();
      } else {
        super.onEvent(session, event);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
  void theJavaScriptClientWorksUnchanged(String transports) throws Exception {
    run(List.of("node", "client.mjs", server.url(), transports));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(SCRIPTS.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }
}
