package dev.devsync.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends more requests than the server can answer, at a fixed rate whether or not it keeps up, and
 * looks at how it gets over that.
 */
final class Overload {

  static final int TIMES_TOO_MANY = 3;

  private static final Duration FOR = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final int CALM_IN_A_ROW = 10;

  private final BenchServer server;
  private final String path;
  private final String token;
  private final AtomicLong count = new AtomicLong();
  private final HttpClient http = HttpClient.newHttpClient();

  Overload(BenchServer server, Request request, String token) {
    this.server = server;
    this.path = request.path();
    this.token = token;
  }

  /** Another in each request, where the path says so. */
  private HttpRequest next() {
    String place = path.replace("%n", Long.toString(count.incrementAndGet()));
    return HttpRequest.newBuilder(URI.create(server.url(place)))
        .header("Accept-Encoding", "gzip")
        .header("Authorization", token)
        .timeout(PATIENCE)
        .build();
  }

  /**
   * What was seen.
   *
   * @param sent how many requests
   * @param served answers with 200
   * @param refused answers with 429 or 503 that say when to come back
   * @param failed all else: other answers, and none within thirty seconds
   * @param servedP99 milliseconds; the other alike
   * @param recovery until ten answers in a row took no longer than thrice the usual time
   * @param megabytes resident memory at its highest, from the start of the server on
   */
  record Outcome(
      long sent,
      long served,
      long refused,
      long failed,
      double servedP99,
      double refusedP99,
      Duration recovery,
      long megabytes) {}

  private record Answer(int status, boolean retry, long nanos) {

    boolean isRefusal() {
      return (status == 429 || status == 503) && retry;
    }
  }

  /** The rate is what the server can sustain, in requests a second. */
  Outcome measure(double sustained) throws IOException, InterruptedException {
    long usual = usual();
    Collection<Answer> answers = flood(sustained * TIMES_TOO_MANY);
    Duration recovery = recovery(3 * usual);
    long served = answers.stream().filter(answer -> answer.status() == 200).count();
    long refused = answers.stream().filter(Answer::isRefusal).count();
    return new Outcome(
        answers.size(),
        served,
        refused,
        answers.size() - served - refused,
        p99(answers.stream().filter(answer -> answer.status() == 200).toList()),
        p99(answers.stream().filter(Answer::isRefusal).toList()),
        recovery,
        server.megabytes("VmHWM"));
  }

  private long usual() throws InterruptedException {
    long longest = 0;
    for (int n = 0; n < CALM_IN_A_ROW; n++) {
      longest = Math.max(longest, ask().nanos());
    }
    return longest;
  }

  private Collection<Answer> flood(double perSecond) {
    Collection<Answer> answers = new ConcurrentLinkedQueue<>();
    long pause = Math.round(1e9 / perSecond);
    long begun = System.nanoTime();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long at = 0; at < FOR.toNanos(); at += pause) {
        while (System.nanoTime() - begun < at) {
          LockSupport.parkNanos(begun + at - System.nanoTime());
        }
        clients.execute(() -> answers.add(askOrGiveUp()));
      }
    }
    return answers;
  }

  private Answer askOrGiveUp() {
    try {
      return ask();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer(0, false, 0);
    }
  }

  private Answer ask() throws InterruptedException {
    long begun = System.nanoTime();
    try {
      HttpResponse<Void> answer = http.send(next(), HttpResponse.BodyHandlers.discarding());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Retry-After").isPresent(),
          System.nanoTime() - begun);
    } catch (IOException noAnswer) {
      return new Answer(0, false, System.nanoTime() - begun);
    }
  }

  private Duration recovery(long calm) throws InterruptedException {
    long begun = System.nanoTime();
    long since = begun;
    int inARow = 0;
    while (inARow < CALM_IN_A_ROW && System.nanoTime() - begun < AT_MOST.toNanos()) {
      Answer answer = ask();
      if (answer.status() != 200 || answer.nanos() > calm) {
        inARow = 0;
        since = System.nanoTime();
      } else {
        inARow++;
      }
    }
    return Duration.ofNanos(since - begun);
  }

  private static double p99(Collection<Answer> answers) {
    long[] sorted = answers.stream().mapToLong(Answer::nanos).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) * 99 / 100] / 1e6;
  }
}
