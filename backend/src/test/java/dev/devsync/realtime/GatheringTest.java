package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.devsync.realtime.engine.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {

  private final List<List<Integer>> turns = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final Gathering<String, Integer, Integer> gathering =
      new Gathering<>(this::work, key -> Duration.ZERO);

  private int work(String key, List<Integer> pieces) {
    turns.add(pieces);
    if (key.equals("slow") && turns.size() == 1) {
      awaitRelease();
    }
    if (pieces.contains(13)) {
      throw new IllegalStateException("unlucky");
    }
    if (pieces.contains(14)) {
      throw new StackOverflowError("deep");
    }
    return pieces.size();
  }

  private void awaitRelease() {
    try {
      firstMayEnd.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void whatComesUpDuringATurnIsDoneTogetherInTheNext() {
    CompletableFuture<Integer> first = gathering.submit("slow", 0);
    Await.until(() -> turns.size() == 1);
    for (int i = 101; i <= 150; i++) {
      gathering.submit("slow", i);
    }
    gathering.submit("other", 99).join();
    assertThat(first).isNotDone();

    firstMayEnd.countDown();

    gathering.settled().join();
    assertThat(turns.stream().filter(turn -> !turn.isEmpty())).hasSize(3);
    assertThat(turns.get(2)).isEqualTo(IntStream.rangeClosed(101, 150).boxed().toList());
  }

  @Test
  void allOfOneTurnAreGivenTheSameResultAndSoAreThoseWhoOnlyAsk() {
    CompletableFuture<Integer> first = gathering.submit("slow", 0);
    Await.until(() -> turns.size() == 1);
    CompletableFuture<Integer> second = gathering.submit("slow", 1);
    CompletableFuture<Integer> third = gathering.submit("slow", 2);
    CompletableFuture<Integer> asked = gathering.ask("slow");

    firstMayEnd.countDown();

    assertThat(first.join()).isEqualTo(1);
    assertThat(List.of(second.join(), third.join(), asked.join())).containsOnly(2);
    assertThat(gathering.ask("slow").join()).isZero();
  }

  @Test
  void anErrorDoesNotMakeOthersWaitForEver() {
    CompletableFuture<Integer> failed = gathering.submit("key", 14);

    assertThatThrownBy(() -> failed.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(Error.class);
    assertThat(gathering.submit("key", 1)).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void aFailureReachesThoseWhoseTurnItWasAndNobodyElse() {
    assertThatThrownBy(() -> gathering.submit("key", 13).join())
        .hasCauseInstanceOf(IllegalStateException.class);

    gathering.submit("key", 1).join();
    gathering.settled().join();

    assertThat(turns).containsSubsequence(List.of(13), List.of(1));
  }
}
