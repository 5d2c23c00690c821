package dev.devsync.realtime.engine.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long BETWEEN_ON_TWO_PROCESSORS = Duration.ofNanos(2_500_000).toNanos();

  private long now = 1;
  private int waiting;
  private final Pace pace = new Pace(() -> now, 2, () -> waiting);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void nobodyWaitsWhileNothingElseIsAskedFor() {
    pace.await();

    assertThat(pace.untilNext()).isZero();
  }

  @Test
  void clientsFollowEachOtherWhileSomethingElseIsAskedFor() {
    pace.requestCame();
    pace.await();
    assertThat(pace.untilNext()).isEqualTo(BETWEEN_ON_TWO_PROCESSORS);

    pass(Duration.ofNanos(BETWEEN_ON_TWO_PROCESSORS));

    assertThat(pace.untilNext()).isZero();
  }

  @Test
  void theMoreProcessorsTheFaster() {
    Pace faster = new Pace(() -> now, 20, () -> waiting);
    faster.requestCame();
    faster.await();

    assertThat(faster.untilNext()).isEqualTo(BETWEEN_ON_TWO_PROCESSORS / 10);
  }

  @Test
  void theLastRequestIsRememberedForHalfASecond() {
    pace.requestCame();
    pass(Duration.ofMillis(499));
    pace.await();
    assertThat(pace.untilNext()).isPositive();

    pass(Duration.ofMillis(1));

    assertThat(pace.untilNext()).isZero();
  }

  @Test
  void whileACrowdArrivesClientsFollowEachOtherMoreSlowly() {
    Pace patient = new Pace(System::nanoTime, 2, () -> waiting += 20);
    patient.requestCame();
    long start = System.nanoTime();
    patient.await();

    assertThat(System.nanoTime() - start).isGreaterThan(5 * BETWEEN_ON_TWO_PROCESSORS);
  }
}
