package dev.devsync.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.testing.RandomInput;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlidingWindowTest {

  private static final Duration WINDOW = Duration.ofNanos(60);

  @ParameterizedTest
  @MethodSource("dev.devsync.testing.RandomInput#seeds")
  void noWindowOfTimeEverHoldsMoreThanTheLimit(RandomInput random) {
    int limit = random.between(1, 30);
    SlidingWindow window = new SlidingWindow(limit, WINDOW);
    Deque<Long> admitted = new ArrayDeque<>();
    long now = 0;
    for (int request = 0; request < 100; request++) {
      now += random.between(0, 40);
      long present = now;
      admitted.removeIf(time -> present - time >= WINDOW.toNanos());
      long wait = window.admit(now);
      assertThat(wait == 0).isEqualTo(admitted.size() < limit);
      if (wait == 0) {
        admitted.addLast(now);
      } else {
        assertThat(wait).isEqualTo(admitted.getFirst() + WINDOW.toNanos() - now);
      }
    }
  }

  @Test
  void refusedRequestsDoNotCount() {
    SlidingWindow window = new SlidingWindow(1, WINDOW);
    assertThat(window.admit(0)).isZero();
    assertThat(window.admit(30)).isEqualTo(30);
    assertThat(window.admit(60)).isZero();
  }
}
