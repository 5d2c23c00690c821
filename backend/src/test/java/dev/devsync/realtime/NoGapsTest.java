package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.platform.access.Actor;
import dev.devsync.platform.changes.ChangeLog;
import dev.devsync.platform.changes.DomainEvent;
import dev.devsync.testing.CuttableProxy;
import dev.devsync.testing.TestProject;
import dev.devsync.testing.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Events under load while connections are cut at random: nobody misses one, hears one twice, or
 * hears those of a task in another order. {@code -Dlive.events=100000} makes it long.
 */
class NoGapsTest extends LiveTest {

  private static final int EVENTS = Integer.getInteger("live.events", 8_000);
  private static final int WRITERS = 3;
  private static final int TASKS_PER_WRITER = 5;
  private static final int BATCH = 20;

  /** Through the API, a tenth of all; this many would take too long if all took that way. */
  private static final int REQUESTED = EVENTS / 10;

  private static final int FIRST_INVENTED_TASK = 1_000_000;

  /** Further behind than this a client would have to load everything again. */
  private static final int MOST_AHEAD = 800;

  private static final long PATIENCE_NANOS = Duration.ofSeconds(90).toNanos();
  private static final long SEED = 20_260_507;

  @Autowired private ChangeLog changes;
  @Autowired private TransactionTemplate transaction;
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicLong waited = new AtomicLong();
  private volatile boolean haveWritten;
  private TestProject project;
  private TestUser lead;
  private TestUser dave;

  /** A step of a task, as the tasks module would tell it. */
  private record Step(Map<String, Object> task, List<Object> changes, int project)
      implements DomainEvent {

    @Override
    public String type() {
      return "task.updated";
    }

    @Override
    public Integer inProject() {
      return project;
    }
  }

  @Test
  void overManyEventsNoneIsMissedOrHeardTwiceAndTheOrderIsKept() throws Exception {
    lead = given.aTeamLead();
    dave = given.aDeveloper("Dave");
    project = given.aProject("Apollo", lead).withMember(dave);
    try (CuttableProxy proxy = new CuttableProxy("localhost", port)) {
      List<Follower> followers = followers(proxy.port());
      followers.forEach(Follower::follow);
      followers.forEach(follower -> await().atMost(Duration.ofSeconds(60)).until(follower::isIn));
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      Future<Integer> cutter = threads.submit(() -> cutWhileWriting(proxy));
      List<Future<?>> writers = new ArrayList<>();
      writers.add(threads.submit(() -> request(followers)));
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        writers.add(threads.submit(() -> write(number, followers)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      haveWritten = true;
      followers.forEach(
          follower ->
              await()
                  .atMost(Duration.ofSeconds(60))
                  .until(() -> follower.count() >= written.get() || follower.isWrong()));
      int cuts = cutter.get();
      threads.close();
      report(followers, cuts);
      followers.forEach(Follower::close);
      assertThat(cuts).isGreaterThan(EVENTS / 1000);
      assertThat(followers)
          .allSatisfy(
              follower -> {
                assertThat(follower.problems()).as(follower.name()).isEmpty();
                assertThat(follower.count()).as(follower.name()).isEqualTo(written.get());
                assertThat(follower.returns()).as(follower.name()).isPositive();
              });
    }
  }

  private List<Follower> followers(int proxyPort) {
    Follower.Place place = new Follower.Place(proxyPort, dave.token(), project.id());
    return List.of(
        new TabFollower(place, "websocket", true),
        new TabFollower(place, "websocket", false),
        new TabFollower(place, "polling", true),
        new ProgramFollower(place),
        new ProgramFollower(place));
  }

  /** Changes many tasks with each request. */
  private void request(List<Follower> followers) {
    String ids =
        IntStream.range(0, BATCH)
            .mapToObj(i -> given.aTask("Real " + i, lead).in(project).id())
            .toList()
            .toString();
    for (int mine = 0; mine < REQUESTED; mine += BATCH) {
      String deadline = "2027-01-01T00:%02d:00Z".formatted(mine / BATCH % 60);
      as(lead, "{\"ids\":%s,\"deadline\":\"%s\"}".formatted(ids, deadline))
          .patch("/tasks/bulk")
          .then()
          .statusCode(200);
      written.addAndGet(BATCH);
      waitForThe(followers);
    }
  }

  /** Several transactions at once, some of which are rolled back. */
  private void write(int writer, List<Follower> followers) {
    Random random = new Random(SEED + writer);
    int[] versions = new int[TASKS_PER_WRITER];
    for (int mine = 0; mine < (EVENTS - REQUESTED) / WRITERS; mine += BATCH) {
      List<Step> batch = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        int task = random.nextInt(TASKS_PER_WRITER);
        batch.add(step(writer * TASKS_PER_WRITER + task, ++versions[task]));
      }
      boolean isInVain = random.nextInt(10) == 0;
      if (isInVain) {
        transaction.executeWithoutResult(
            status -> {
              changes.record(Actor.SYSTEM, batch, List.of());
              status.setRollbackOnly();
            });
      }
      transaction.executeWithoutResult(status -> changes.record(Actor.SYSTEM, batch, List.of()));
      written.addAndGet(BATCH);
      waitForThe(followers);
    }
  }

  private Step step(int task, int version) {
    return new Step(
        Map.of("id", FIRST_INVENTED_TASK + task, "project_id", project.id(), "version", version),
        List.of(),
        project.id());
  }

  private void waitForThe(List<Follower> followers) {
    long start = System.nanoTime();
    while (followers.stream()
        .anyMatch(f -> !f.isWrong() && written.get() - f.count() > MOST_AHEAD)) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError(
            "somebody does not come back: "
                + written
                + " written, "
                + followers.stream().map(f -> f.name() + " " + f.count()).toList());
      }
      LockSupport.parkNanos(1_000_000);
    }
    waited.addAndGet(System.nanoTime() - start);
  }

  private int cutWhileWriting(CuttableProxy proxy) {
    Random random = new Random(SEED);
    int cuts = 0;
    while (!haveWritten) {
      proxy.cutOne(random);
      cuts++;
      LockSupport.parkNanos(random.nextInt(30_000_000, 150_000_000));
    }
    return cuts;
  }

  private void report(List<Follower> followers, int cuts) {
    System.out.printf(
        "%d events, %d cuts, writers waited %d ms; %s%n",
        written.get(),
        cuts,
        waited.get() / 1_000_000,
        followers.stream().map(f -> f.name() + " came back " + f.returns() + " times").toList());
  }
}
