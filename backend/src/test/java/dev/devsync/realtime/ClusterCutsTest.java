package dev.devsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.devsync.server.ServerProcess;
import dev.devsync.testing.CuttableProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients of two servers on one database, whose connections are cut at random. */
class ClusterCutsTest {

  private static final int WRITES = 300;
  private static final long SEED = 20_261_126;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private TwoServers servers;
  private CuttableProxy toOne;
  private CuttableProxy toTwo;

  @BeforeEach
  void startThem() throws Exception {
    servers = new TwoServers();
    toOne = new CuttableProxy("localhost", servers.one.port());
    toTwo = new CuttableProxy("localhost", servers.two.port());
  }

  @AfterEach
  void stopThem() throws Exception {
    threads.close();
    toOne.close();
    toTwo.close();
    servers.close();
  }

  @Test
  void nobodyMissesAnythingWhicheverServerMakesTheChange() throws Exception {
    List<Follower> followers = follow();
    List<Future<?>> writers =
        List.of(threads.submit(() -> write(servers.one)), threads.submit(() -> write(servers.two)));
    assertThat(cutUntilDone(writers)).isPositive();
    for (Future<?> writer : writers) {
      writer.get();
    }

    for (Follower follower : followers) {
      await().atMost(PATIENCE).until(() -> follower.count() >= 2 * WRITES || follower.isWrong());
      follower.close();
      assertThat(follower.problems()).as(follower.name()).isEmpty();
      assertThat(follower.count()).as(follower.name()).isEqualTo(2 * WRITES);
      assertThat(follower.returns()).as(follower.name()).isPositive();
    }
  }

  private List<Follower> follow() {
    List<Follower> followers =
        List.of(
            new TabFollower(place(toOne, servers.dave), "websocket", true),
            new TabFollower(place(toTwo, servers.lead), "websocket", false),
            new TabFollower(place(toTwo, servers.dave), "polling", true),
            new ProgramFollower(place(toOne, servers.lead)));
    followers.forEach(Follower::follow);
    followers.forEach(each -> await().atMost(PATIENCE).until(each::isIn));
    return followers;
  }

  private Follower.Place place(CuttableProxy proxy, TwoServers.Person person) {
    return new Follower.Place(proxy.port(), person.token(), servers.project);
  }

  private int cutUntilDone(List<Future<?>> writers) {
    Random random = new Random(SEED);
    int cuts = 0;
    while (writers.stream().anyMatch(writer -> !writer.isDone())) {
      (random.nextBoolean() ? toOne : toTwo).cutOne(random);
      cuts++;
      LockSupport.parkNanos(random.nextInt(30_000_000, 150_000_000));
    }
    return cuts;
  }

  /** Each change makes the next version of the same task. */
  private Void write(ServerProcess server) throws IOException {
    for (int number = 1; number <= WRITES; number++) {
      servers.rename(server, "Number %d by %d".formatted(number, server.port()));
    }
    return null;
  }
}
