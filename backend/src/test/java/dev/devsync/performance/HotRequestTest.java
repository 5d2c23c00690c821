package dev.devsync.performance;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

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

  private void check(HotRequest hot) throws IOException, SQLException {
    statements.reset();
    long bytes = send(hot);
    var runs = statements.runs();
    List<Access> accesses;
    try (Connection connection = database.getConnection()) {
      accesses = new QueryPlans(connection).accesses(runs);
    }
    long rows = accesses.stream().mapToLong(Access::rows).sum();
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

  /** The median of some rounds, less what the background allocates in the same time. */
  private long allocatedBy(HotRequest hot) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] rounds = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      long before = threads.getTotalThreadAllocatedBytes();
      for (int repetition = 0; repetition < REPETITIONS; repetition++) {
        send(hot);
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
