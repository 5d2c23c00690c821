package dev.devsync.realtime.engine.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for slow clients is counted exactly, and bounded for all of them together. */
class WaitingBytesTest {

  private static final int OVERHEAD = WaitingBytes.OVERHEAD;

  private final WaitingBytes waiting = new WaitingBytes(1_000);

  private static WireText text(int length) {
    return new WireText("x".repeat(length).getBytes(UTF_8));
  }

  private Outbox outbox() {
    return new Outbox(10_000, waiting);
  }

  @Test
  void whatManyWaitForCountsOnceUntilTheLastHasIt() {
    WireText event = text(500);
    List<Outbox> room = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      room.add(outbox());
      room.getLast().offerShared(event);
    }
    assertThat(waiting.count()).isEqualTo(500 + 5 * OVERHEAD);

    room.subList(0, 4).forEach(Outbox::take);
    assertThat(waiting.count()).isEqualTo(500 + OVERHEAD);

    room.getLast().clear();
    assertThat(waiting.count()).isZero();
  }

  @Test
  void onceItIsTooMuchThoseWhoAreBehindAreRefusedAndOthersNot() {
    Outbox slow = outbox();
    assertThat(slow.offer(text(600))).isTrue();
    assertThat(slow.offer(text(600))).isTrue();

    assertThat(slow.offer(text(1))).isFalse();
    assertThat(slow.offerShared(text(1))).isFalse();
    Outbox quick = outbox();
    assertThat(quick.offerShared(text(1))).isTrue();
    quick.take();

    slow.clear();
    assertThat(waiting.count()).isZero();
    assertThat(slow.offer(text(1))).isTrue();
    assertThat(slow.offer(text(1))).isTrue();
  }

  @Test
  void aPingOvertakesWhatWaitsAndIsCountedToo() {
    Outbox outbox = outbox();
    outbox.offerShared(text(100));
    WireText ping = text(1);

    outbox.offerFirst(ping);

    assertThat(waiting.count()).isEqualTo(101 + 2 * OVERHEAD);
    assertThat(outbox.take()).isSameAs(ping);
    outbox.take();
    assertThat(waiting.count()).isZero();
  }
}
