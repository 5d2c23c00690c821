package dev.devsync.github.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.platform.errors.ApiException;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DeliveryBodiesTest {

  private final DeliveryBodies bodies = new DeliveryBodies(1, Duration.ofMillis(20));

  private int lengthOf(int size) throws Exception {
    return bodies.read(new ByteArrayInputStream(new byte[size]), body -> body.length);
  }

  @Test
  void onlySoManyLargeBodiesAreHeldAtOnceAndSmallOnesNeverWait() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first =
          others.submit(
              () ->
                  bodies.read(
                      new ByteArrayInputStream(new byte[DeliveryBodies.USUAL + 1]),
                      body -> {
                        held.countDown();
                        awaited(done);
                        return body.length;
                      }));
      held.await();
      assertThatThrownBy(() -> lengthOf(DeliveryBodies.USUAL + 1)).isInstanceOf(ApiException.class);
      assertThat(lengthOf(DeliveryBodies.USUAL - 1)).isEqualTo(DeliveryBodies.USUAL - 1);
      done.countDown();
      assertThat(first.get()).isEqualTo(DeliveryBodies.USUAL + 1);
    }
    assertThat(lengthOf(DeliveryBodies.USUAL + 1)).isEqualTo(DeliveryBodies.USUAL + 1);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
