package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Clients that send far too much, or nonsense: memory stays bounded, and operators hear it once.
 */
@ExtendWith(OutputCaptureExtension.class)
class FloodTest {

  private static final int CLIENTS = 6;
  private static final String TEXT = "x".repeat(50_000);

  /** Does not get done with the first event of anybody until it is told to. */
  private static final class BusyHandler extends Recorder {

    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Override
    public void onEvent(SocketSession session, SocketEvent event) {
      try {
        mayGoOn.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
      event.ack().send("done");
    }
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }

  private static long lines(CapturedOutput output, String text) {
    return output.getAll().lines().filter(line -> line.contains(text)).count();
  }

  @Test
  void whatAFloodLeavesWaitingIsBoundedForEachClient(CapturedOutput output) throws Exception {
    BusyHandler handler = new BusyHandler();
    try (TestServer server = TestServer.start(limits -> limits.eventsPerSecond = 5_000, handler)) {
      List<FrameClient> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(FrameClient.connect(server));
      }
      long before = usedMegabytes();

      // 15 MB from each, of which 2 MB may wait; the last answer tells that all has arrived.
      for (FrameClient client : clients) {
        for (int i = 1; i <= 300; i++) {
          client.send("42" + i + "[\"note\",\"" + TEXT + "\"]");
        }
      }
      for (FrameClient client : clients) {
        String answer = client.next();
        while (!answer.startsWith("43300[")) {
          assertThat(answer)
              .endsWith("[{\"status\":\"error\",\"message\":\"Rate limit exceeded\"}]");
          answer = client.next();
        }
      }

      assertThat(usedMegabytes() - before).isLessThan(CLIENTS * 4L);
      assertThat(lines(output, "A client sent too many messages")).isEqualTo(1);
      handler.mayGoOn.countDown();
      assertThat(clients.getFirst().next()).isEqualTo("431[\"done\"]");
    }
  }

  @Test
  void oversizedRequestsAndFramesAndGarbageLeaveNothingAndAreToldOnceEach(CapturedOutput output)
      throws Exception {
    try (TestServer server = TestServer.start();
        HttpClient http = HttpClient.newHttpClient()) {
      PollingClient.connect(server);
      int sessions = server.sessionCount();
      long before = usedMegabytes();

      for (int i = 0; i < 20; i++) {
        assertThat(postTooMuch(http, server)).isEqualTo(413);
        FrameClient large = FrameClient.connect(server);
        large.send("42[\"note\",\"" + TEXT.repeat(21) + "\"]");
        large.awaitClose();
        FrameClient garbage = FrameClient.connect(server);
        garbage.send("no packet");
        garbage.awaitClose();
      }

      Await.until(() -> server.sessionCount() == sessions);
      assertThat(usedMegabytes() - before).isLessThan(10);
      assertThat(lines(output, "A client sent an oversized request")).isEqualTo(1);
      assertThat(lines(output, "A client sent a broken or oversized frame")).isEqualTo(1);
      assertThat(lines(output, "A client broke the protocol")).isEqualTo(1);
    }
  }

  private static int postTooMuch(HttpClient http, TestServer server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(server.url() + "/socket.io/?EIO=4&transport=polling&sid=any"))
            .POST(HttpRequest.BodyPublishers.ofString(TEXT.repeat(21)))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
