package dev.devsync.github.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.devsync.fakegithub.FakeDelivery;
import dev.devsync.testing.TestTask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random edits on both sides, with deliveries repeated, reordered and lost, always end in
 * agreement.
 */
class ConvergenceTest extends SyncTest {

  private static final int EDITS = 25;

  private final List<FakeDelivery> underWay = new ArrayList<>();
  private int taskChanges;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void bothSidesAgreeInTheEndWithAtMostOneWriteForEachChangeOfATask(long seed) throws Exception {
    Random random = new Random(seed);
    door.open("One", "octocat");
    door.open("Two", "octocat");
    TestTask single = linkedTask(1);
    TestTask other = given.aTask("Another", dev).assignedTo(dev);
    link(other, 2);
    for (int i = 0; i < EDITS; i++) {
      edit(random, single, 1);
      edit(random, other, 2);
      deliverSome(random);
    }
    settle();
    assertAgreement(single, 1);
    assertAgreement(other, 2);
    long writes = writes();
    assertThat(writes).isLessThanOrEqualTo(taskChanges);
    assertThat(writes).isEqualTo(door.issue(1).writes() + door.issue(2).writes());
    polling.poll();
    awaitJobs();
    assertThat(writes()).isEqualTo(writes);
  }

  /** Every call that could change anything at GitHub. */
  private long writes() {
    return github.calls().stream().filter(call -> !call.startsWith("GET ")).count();
  }

  private void edit(Random random, TestTask task, int issue) {
    switch (random.nextInt(4)) {
      case 0 -> changeTask(task, random.nextBoolean() ? "done" : "todo");
      case 1 -> changeIssue(issue, random.nextBoolean() ? "closed" : "open");
      case 2 -> awaitJobs();
      default -> underWay.addAll(github.deliveries());
    }
  }

  private void changeTask(TestTask task, String status) {
    if (!status(task).equals(status)) {
      taskChanges++;
      setStatus(task, status);
    }
  }

  private void changeIssue(int issue, String state) {
    if (!door.issue(issue).state().equals(state)) {
      github.setState(door, issue, state, "octocat");
    }
  }

  private void deliverSome(Random random) {
    underWay.addAll(github.deliveries());
    Collections.shuffle(underWay, random);
    while (!underWay.isEmpty() && random.nextInt(3) > 0) {
      FakeDelivery delivery = random.nextInt(5) == 0 ? underWay.getLast() : underWay.removeLast();
      if (random.nextInt(4) > 0) {
        deliver(delivery).statusCode(200);
      }
    }
  }

  /** Everything that was under way is lost; polling and the jobs it leads to have the last word. */
  private void settle() throws InterruptedException {
    awaitJobs();
    polling.poll();
    awaitJobs();
    polling.poll();
    awaitJobs();
  }

  private void assertAgreement(TestTask task, int issue) {
    boolean complete = status(task).equals("done");
    assertThat(door.issue(issue).state()).isEqualTo(complete ? "closed" : "open");
    assertThat(state(task)).isEqualTo(door.issue(issue).state());
  }
}
