package dev.devsync.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import dev.devsync.performance.QueryPlans.Access;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the requests that people make most may cost. The bounds count work, not time, so that they
 * hold on any machine; allocations have a wide margin.
 */
class HotRequestTest extends DatasetTest {

  private static final int ROUNDS = 5;
  private static final int REPETITIONS = 10;

  @Autowired private DataSource database;

  @TestFactory
  Stream<DynamicTest> aHotRequestCostsNoMoreThanItMay() {
    return HotRequest.ALL.stream()
        .map(hot -> DynamicTest.dynamicTest(hot.path(), () -> check(hot)));
  }

  /** The same once more costs only the look whether anything changed, and who may see it. */
  @TestFactory
  Stream<DynamicTest> whatIsSharedIsNotMadeAgain() {
    return HotRequest.SHARED.entrySet().stream()
        .map(
            shared ->
                DynamicTest.dynamicTest(
                    shared.getKey(), () -> checkAgain(shared.getKey(), shared.getValue())));
  }

  private void checkAgain(String path, int mostStatements) throws IOException {
    HotRequest hot = HotRequest.of(path);
    long bytes = sendAfterAChange(hot);

    // While an older transaction goes on in the background, the state has a name of its own.
    await()
        .untilAsserted(
            () -> {
              send(hot);
              statements.reset();
              assertThat(send(hot)).isCloseTo(bytes, Offset.offset(100L));
              assertThat(statements.statements()).hasSize(mostStatements);
            });
  }

  private void check(HotRequest hot) throws IOException, SQLException {
    change();
    statements.reset();
    long bytes = send(hot);
    var runs = statements.runs();
    List<Access> accesses;
    try (Connection connection = database.getConnection()) {
      accesses = new QueryPlans(connection).accesses(runs);
    }
    // Those of work_changes are as many as there were changes since the oldest open transaction.
    long rows =
        accesses.stream()
            .filter(access -> !access.table().equals("work_changes"))
            .mapToLong(Access::rows)
            .sum();
    long allocated = allocatedBy(hot);
    System.out.printf(
        "MEASURED %s rows %d bytes %d alloc %d of %d%n",
        hot.path(), rows, bytes, allocated / 1024, hot.allocated());
    assertSoftly(
        soft -> {
          soft.assertThat(runs).as("statements").hasSize(hot.statements());
          soft.assertThat(rows).as("rows").isLessThanOrEqualTo(hot.rows());
          soft.assertThat(bytes).as("bytes").isBetween(1L, hot.kilobytes() * 1024);
          soft.assertThat(allocated).as("allocated").isLessThanOrEqualTo(hot.allocated() * 1024);
          soft.assertThat(accesses).as("tables read whole").allMatch(hot::mayRead);
        });
  }

  private long sendAfterAChange(HotRequest hot) throws IOException {
    change();
    return send(hot);
  }

  /** Answers that are shared have to be made again afterwards. */
  private void change() {
    jdbc.sql("UPDATE projects SET name = name WHERE id = 1").update();
  }

  /** The median of some rounds, less what the background allocates in the same time. */
  private long allocatedBy(HotRequest hot) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] rounds = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      long before = threads.getTotalThreadAllocatedBytes();
      for (int repetition = 0; repetition < REPETITIONS; repetition++) {
        sendAfterAChange(hot);
      }
      long after = threads.getTotalThreadAllocatedBytes();
      LockSupport.parkNanos(System.nanoTime() - begun);
      long background = threads.getTotalThreadAllocatedBytes() - after;
      rounds[round] = (after - before - background) / REPETITIONS;
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }
}
