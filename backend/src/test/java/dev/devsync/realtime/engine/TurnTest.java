package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.realtime.engine.transport.Handshake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many clients who want something at the same time. */
class TurnTest {

  private static final int AT_ONCE = 4;

  /** Lets clients in once it is told to, and counts those who are asking at the same time. */
  private static final class SlowGate extends Recorder {

    private final CountDownLatch isOpen = new CountDownLatch(1);
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public Admission decide(JsonNode auth, Handshake handshake) {
      most.accumulateAndGet(asking.incrementAndGet(), Math::max);
      Await.until(() -> isOpen.getCount() == 0);
      asking.decrementAndGet();
      return super.decide(auth, handshake);
    }
  }

  private final SlowGate gate = new SlowGate();

  private static List<FrameClient> connecting(TestServer server, int count) throws Exception {
    List<FrameClient> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FrameClient client = FrameClient.open(server);
      client.send("40{\"token\":\"good\"}");
      clients.add(client);
    }
    return clients;
  }

  @Test
  void onlyAFewAreServedAtOnceAndAllInTheEnd() throws Exception {
    try (TestServer server = TestServer.start(limits -> {}, gate)) {
      List<FrameClient> clients = connecting(server, 20);
      Await.until(() -> gate.asking.get() == AT_ONCE);

      gate.isOpen.countDown();

      for (FrameClient client : clients) {
        assertThat(client.next()).startsWith("40{");
      }
      assertThat(gate.most).hasValue(AT_ONCE);
    }
  }

  @Test
  void aClientThatHasToWaitForItsTurnIsNotCutOffForIt() throws Exception {
    try (TestServer server =
        TestServer.start(limits -> limits.connectTimeout = Duration.ofSeconds(2), gate)) {
      List<FrameClient> waiting = connecting(server, AT_ONCE + 1);
      FrameClient.open(server).awaitClose();

      gate.isOpen.countDown();

      for (FrameClient client : waiting) {
        assertThat(client.next()).startsWith("40{");
      }
    }
  }
}
