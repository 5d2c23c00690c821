package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.realtime.engine.Await;
import dev.devsync.realtime.engine.SocketEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BadTokenTest extends LiveTest {

  private static final int SOCKETS = 50;
  private static final int TRIES = 40;
  private static final String REFUSAL = "44{\"message\":\"Connection rejected by server\"";

  @Autowired private SocketEngine engine;
  @Autowired private LiveSessions sessions;

  @Test
  void thousandsOfBadTokensAreRefusedToldOnceAndLeaveNothing(CapturedOutput output)
      throws Exception {
    // A minute later than whatever another test has provoked.
    clock.advance(Duration.ofMinutes(2));
    // Connections of other tests may not have ended yet.
    int open = engine.transport().sessionCount();
    int entitled = sessions.all().size();
    AtomicInteger refused = new AtomicInteger();
    List<PlainWebSocket> sockets = new ArrayList<>();
    for (int i = 0; i < SOCKETS; i++) {
      PlainWebSocket socket = new PlainWebSocket(port, "/socket.io/?EIO=4&transport=websocket", "");
      sockets.add(socket);
      Thread.ofVirtual()
          .start(() -> socket.listen(text -> refused.addAndGet(text.startsWith(REFUSAL) ? 1 : 0)));
      for (int attempt = 0; attempt < TRIES; attempt++) {
        socket.send("40{\"token\":\"forged-%d-%d\"}".formatted(i, attempt));
      }
    }

    Await.until(() -> refused.get() == SOCKETS * TRIES);

    for (PlainWebSocket socket : sockets) {
      socket.close();
    }
    Await.until(() -> engine.transport().sessionCount() <= open);
    assertThat(sessions.all()).hasSizeLessThanOrEqualTo(entitled);
    assertThat(output.getAll().lines().filter(line -> line.contains("A socket was refused")))
        .hasSize(1);
    assertThat(output.getAll()).doesNotContain("forged");
  }
}
