package dev.devsync.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Refreshes sessions; {@code wrk} cannot, because each answer has the cookie of the next request.
 */
final class Refreshes {

  private static final int SESSIONS = 16;
  private static final int EACH = 100;

  private final BenchServer server;

  Refreshes(BenchServer server) {
    this.server = server;
  }

  /** Sixteen sessions, each refreshed a hundred times, one after the other. */
  Wrk.Figures measure() throws IOException, InterruptedException {
    List<Callable<long[]>> work = new ArrayList<>();
    for (int session = 0; session < SESSIONS; session++) {
      HttpClient browser = signedIn(40 + session);
      work.add(() -> refresh(browser));
    }
    try (ExecutorService people = Executors.newFixedThreadPool(SESSIONS)) {
      long begun = System.nanoTime();
      List<Future<long[]>> done = people.invokeAll(work);
      double seconds = (System.nanoTime() - begun) / 1e9;
      long[] times =
          done.stream().map(Refreshes::result).flatMapToLong(Arrays::stream).sorted().toArray();
      return new Wrk.Figures(
          times.length / seconds,
          millis(times, 50),
          millis(times, 90),
          millis(times, 99),
          (long) SESSIONS * EACH - times.length);
    }
  }

  private HttpClient signedIn(int user) throws IOException, InterruptedException {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String login =
        "{\"email\": \"user%d@example.com\", \"password\": \"%s\"}"
            .formatted(user, BenchServer.PASSWORD);
    post(browser, "/auth/login", login);
    return browser;
  }

  private long[] refresh(HttpClient browser) throws IOException, InterruptedException {
    long[] times = new long[EACH];
    int succeeded = 0;
    for (int n = 0; n < EACH; n++) {
      long begun = System.nanoTime();
      if (post(browser, "/auth/refresh", "") == 200) {
        times[succeeded++] = System.nanoTime() - begun;
      }
    }
    return Arrays.copyOf(times, succeeded);
  }

  private int post(HttpClient browser, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url(path)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static long[] result(Future<long[]> done) {
    try {
      return done.get();
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static double millis(long[] sorted, int percent) {
    return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) * percent / 100] / 1e6;
  }
}
