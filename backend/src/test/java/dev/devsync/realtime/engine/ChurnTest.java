package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.realtime.engine.transport.Handshake;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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

  @Test
  void aSessionThatIsOverCanBeCollected() throws Exception {
    ForgetfulRecorder recorder = new ForgetfulRecorder();
    try (TestServer server = TestServer.start(limits -> {}, recorder)) {
      comeAndGo(server, 50);
      Await.until(() -> server.sessionCount() == 0);

      // netty-socketio remembers the newest connection, whatever has become of it.
      Await.until(() -> recorder.uncollected() <= 1);
      assertThat(recorder.handshakes).hasSizeGreaterThanOrEqualTo(30);
    }
  }

  /** Remembers what belongs to sessions only as long as something else does. */
  private static final class ForgetfulRecorder implements SocketGate, SocketHandler {

    private final List<WeakReference<Handshake>> handshakes = new CopyOnWriteArrayList<>();

    @Override
    public Admission decide(JsonNode auth, Handshake handshake) {
      handshakes.add(new WeakReference<>(handshake));
      return new Admission.Accepted("ann");
    }

    @Override
    public void onConnected(SocketSession session) {}

    @Override
    public void onEvent(SocketSession session, SocketEvent event) {}

    @Override
    public void onClosed(SocketSession session) {}

    private long uncollected() {
      System.gc();
      return handshakes.stream().filter(handshake -> handshake.get() != null).count();
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
