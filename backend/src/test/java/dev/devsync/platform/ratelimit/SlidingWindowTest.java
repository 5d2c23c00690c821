package dev.devsync.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

  private static final Duration WINDOW = Duration.ofNanos(60);

  @Property
  void noWindowOfTimeEverHoldsMoreThanTheLimit(
      @ForAll @IntRange(min = 1, max = 5) int limit,
      @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 40) Integer> pauses) {
    SlidingWindow window = new SlidingWindow(limit, WINDOW);
    Deque<Long> admitted = new ArrayDeque<>();
    long now = 0;
    for (int pause : pauses) {
      now += pause;
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
