package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChurnTest {

  private static final int CLIENTS = 600;

  @Test
  void clientsThatComeAndGoLeaveNothingBehind() throws Exception {
    try (TestServer server = TestServer.start()) {
      comeAndGo(server, 60);
      Await.until(() -> server.sessionCount() == 0);
      long threads = Thread.getAllStackTraces().size();
      long descriptors = openDescriptors();

      comeAndGo(server, CLIENTS);

      Await.until(() -> server.sessionCount() == 0);
      assertThat(server.recorder.connected).isEmpty();
      Await.until(() -> openDescriptors() <= descriptors + 20);
      assertThat(Thread.getAllStackTraces().size()).isLessThanOrEqualTo((int) threads + 10);
    }
  }

  /** In all the ways there are: unconnected, aborted, closed, polling, upgraded half-way. */
  private static void comeAndGo(TestServer server, int clients) throws Exception {
    for (int i = 0; i < clients; i++) {
      switch (i % 5) {
        case 0 -> FrameClient.open(server).abort();
        case 1 -> FrameClient.connect(server).abort();
        case 2 -> FrameClient.connect(server).send("1");
        case 3 -> PollingClient.connect(server).post("1");
        default -> {
          PollingClient client = PollingClient.connect(server);
          FrameClient.forSession(server, client.sid()).abort();
          client.post("1");
        }
      }
    }
  }

  private static long openDescriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }
}
