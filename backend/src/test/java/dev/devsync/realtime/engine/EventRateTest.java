package dev.devsync.realtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventRateTest {

  private static final long SECOND = 1_000_000_000L;

  private final EventRate rate = new EventRate(3);

  @Test
  void noSecondHoldsMoreThanTheLimitWhereverItBegins() {
    assertThat(rate.accepts(0)).isTrue();
    assertThat(rate.accepts(SECOND / 2)).isTrue();
    assertThat(rate.accepts(SECOND - 1)).isTrue();
    assertThat(rate.accepts(SECOND - 1)).isFalse();
    assertThat(rate.accepts(SECOND)).isTrue();
    assertThat(rate.accepts(SECOND + 1)).isFalse();
    assertThat(rate.accepts(SECOND + SECOND / 2)).isTrue();
  }

  @Test
  void refusedPacketsDoNotCount() {
    for (int i = 0; i < 100; i++) {
      rate.accepts(0);
    }
    assertThat(rate.accepts(SECOND)).isTrue();
  }
}
